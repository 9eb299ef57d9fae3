"""A server's settings: cached, read from what admins type, put in words."""
