"""What comes first and what next, on which days, how often and since when."""
