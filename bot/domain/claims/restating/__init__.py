"""Says a claim in other forms that say as much, so that what proves one of them proves the claim."""
