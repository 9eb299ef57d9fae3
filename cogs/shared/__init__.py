"""What the cogs share: Discord's components from views, messages as posts, answers to interactions."""
