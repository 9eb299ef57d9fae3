"""Who acts in a story: names told apart, their kinds, roles and rank."""
