"""From a Layout to the bytes of a tagged PDF."""
