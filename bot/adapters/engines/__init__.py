"""Who writes drafts and looks at claims: the built-in engine, models, and one behind the other."""
