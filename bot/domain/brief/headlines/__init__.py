"""Headlines for texts without one: a clause of an article, shortened until it is read at a glance."""
