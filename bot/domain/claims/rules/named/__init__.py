"""What names do in a claim and in its sentence: where they place something, and which of two does a joined deed."""
