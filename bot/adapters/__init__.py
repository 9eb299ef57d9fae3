"""One file per outside thing; each maps foreign errors to bot.errors."""
