"""Which side of a deed somebody is on: who does it, and to whom it is done."""
