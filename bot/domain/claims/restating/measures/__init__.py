"""Claims that compare what the article counts."""
