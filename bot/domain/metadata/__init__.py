"""What a page says of itself: title, site, authors, dates, and what kind of page it is."""
