"""What stands in a chat: links in messages, views, rendering, button ids."""
