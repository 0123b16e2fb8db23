"""What is shown: facts of the domain as an Adaptive Card and the same in plain text. Pure."""
