"""The fact table, and what it becomes."""
