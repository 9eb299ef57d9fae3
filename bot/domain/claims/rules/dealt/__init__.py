"""Who gets what of several things that are given to several, and who of those whom a deed joins does which."""
