"""`make vekter`: learns the weights of bot/language/classifier from the phrases. Never needed at run time."""
