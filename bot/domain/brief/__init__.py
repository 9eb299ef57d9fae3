"""From an article to a draft, and from a draft to a brief."""
