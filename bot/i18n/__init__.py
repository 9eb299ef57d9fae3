"""The bot's own words and their catalogues."""
