"""Names that no list has: what tells that a first name or a surname is one."""
