"""The words of each language that the program itself says and prints."""
