"""Numbers, quantities and periods by themselves: read from text, and written for people."""
