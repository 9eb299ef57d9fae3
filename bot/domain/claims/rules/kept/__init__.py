"""What speaks against a claim in which a deed has lost its own doer, object, place, order or mood."""
