"""What somebody is to a body or to others, told apart from the words beside their name."""
