"""Relative clauses that a preposition or a word for whose something is ties to what they tell of."""
