"""Changes of single texts, lists and keys in a content file; every other line stays as typed."""
