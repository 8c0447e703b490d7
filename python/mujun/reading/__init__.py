"""Pages to facts: one page, many on all cores, or batches of Arrow for engines."""
