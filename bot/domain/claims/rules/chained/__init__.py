"""Chains of nouns, each of them whose the one before is: "the sister of the coach's wife"."""
