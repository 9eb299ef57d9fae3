"""What speaks against headlines alone: "Selby has new hospital", "Castleford top of the table"."""
