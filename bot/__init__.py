"""What the product is made of; imports neither dialogs nor storage (see ARCHITECTURE.md)."""
