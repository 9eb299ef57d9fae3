"""What speaks against a claim whose words a sentence of the article has."""
