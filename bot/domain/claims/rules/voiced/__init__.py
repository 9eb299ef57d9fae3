"""What is done to somebody, and what they do, in other times and with other helping verbs."""
