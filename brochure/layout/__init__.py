"""Every glyph run, box and rule at its place, with its structure element."""
