"""Claims in the very words of the article."""
