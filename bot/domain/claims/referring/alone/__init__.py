"""Words that stand alone for something named before."""
