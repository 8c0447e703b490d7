"""HTML to the text that a reader of the page reads."""
