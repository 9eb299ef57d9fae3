"""What an article's words for something named before stand for."""
