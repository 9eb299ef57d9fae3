"""Who does what to whom, and what is compared with what."""
