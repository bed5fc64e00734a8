"""Copyfitting: the largest type, the breaks and the spacing that two pages hold."""
