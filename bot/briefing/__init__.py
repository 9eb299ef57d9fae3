"""The desk: from a source and a wish to a brief, within limits and budgets."""
