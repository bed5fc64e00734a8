"""Fonts and lines: what a text measures and where it breaks."""
