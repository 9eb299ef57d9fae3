"""Whether what is told of a part, or of what is somebody's, is told of the whole or of them."""
