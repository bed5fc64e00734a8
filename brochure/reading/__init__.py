"""From the bytes of a content file to a Handout, or to every problem in it."""
