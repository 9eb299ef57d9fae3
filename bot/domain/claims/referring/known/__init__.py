"""What is told of as known: things that were told of in full before."""
