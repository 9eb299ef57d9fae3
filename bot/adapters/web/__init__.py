"""Pages over HTTP: which addresses may be dialled, and what their servers may do."""
