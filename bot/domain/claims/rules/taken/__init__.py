"""What a claim takes from a clause that tells it of another, or tells that it is not so."""
