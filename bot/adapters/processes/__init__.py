"""Work that is given to processes that can be killed, or done at once where nothing waits."""
