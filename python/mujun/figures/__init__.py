"""Facts and numbers to figures: growth, panels, what a page implies and whether it agrees."""
