"""Settings of the process and of a server, and every tuned number."""
