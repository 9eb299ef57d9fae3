"""What is owed and how far channels are done: turns, marks, batches of writes, promises to commands."""
