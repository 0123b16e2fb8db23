"""The conversations, one file each, and `Samtale`, which runs one turn of any of them."""

from dialogs.samtale import Samtale

__all__ = ["Samtale"]
