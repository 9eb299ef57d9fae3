"""What somebody says in a quotation of several statements, told statement by statement."""
