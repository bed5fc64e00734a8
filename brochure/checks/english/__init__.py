"""Readability and vocabulary of English texts."""
