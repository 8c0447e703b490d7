"""A page, from its bytes to the text that every span refers to."""
