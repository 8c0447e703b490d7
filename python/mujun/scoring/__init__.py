"""Firms scored, graded and screened, by schemes and rules that are data."""
