"""Headlines that tell two things: what an article is about, and what one of its sentences says of that."""
