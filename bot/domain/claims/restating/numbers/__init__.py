"""Numbers said otherwise: shares, sums, what is left, other units."""
