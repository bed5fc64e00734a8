"""What is made of finished handouts: files, drafts, pictures."""
