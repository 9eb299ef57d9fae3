"""Speech that dashes open, and the cues that dashes part from it."""
