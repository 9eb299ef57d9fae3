"""Sentences that lean on the one before them, as an answer leans on what was asked."""
