"""Pure: text in, values out. No Discord, no network, no clock, no environment."""
