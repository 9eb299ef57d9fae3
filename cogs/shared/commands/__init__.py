"""What the cogs' commands and buttons share: options, translated names, answers to interactions."""
