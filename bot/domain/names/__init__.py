"""Where names begin and end."""
