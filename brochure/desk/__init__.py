"""The desk: a page in the browser over a folder of content files, for who never opens a terminal.

Handlers are plain functions of an `Ask` to an `Answer`; only `app` and `serve` know the web server.
"""
