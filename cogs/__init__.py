"""The edge to Discord, thin: guard, call, send."""
