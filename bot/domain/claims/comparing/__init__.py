"""An article as claims are held against it: its sentences as words in clauses, and two sentences laid side by side."""
