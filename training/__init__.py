"""`make vekter`: learns the weights of bot/language/classifier from the phrases; never at run time."""
