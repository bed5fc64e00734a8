"""Logos, pictures and codes, read within limits."""
