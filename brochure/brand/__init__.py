"""The clinic's colours, judged and turned into the inks of a page."""
