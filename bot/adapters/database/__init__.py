"""The database: its tables and what is kept in them."""
