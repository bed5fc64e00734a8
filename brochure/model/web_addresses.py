"""Web addresses as people type them."""

from __future__ import annotations


def website_link(website: str) -> str:
    """Return a website as an https link, whether typed with or without its scheme."""
    return website if website.lower().startswith("https:") else f"https://{website}"
