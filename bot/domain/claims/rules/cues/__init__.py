"""Which clauses tell who speaks."""
