"""Ways in: Word files, web pages, Markdown and plain text become a content file; no file is read.

Readers make pieces of the bytes that they are given, `shape` makes an article of the pieces, and
`content_file` writes it. `article` is the door.
"""
