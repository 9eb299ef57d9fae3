"""Whose a deed is and whether it is one, where the words of a claim are all in a sentence and stand otherwise."""
