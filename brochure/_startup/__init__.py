"""What makes a single run start quickly; nothing here changes what is made."""
