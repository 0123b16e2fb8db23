"""What the bot says unasked: to whom, when, and in which målform. Written to the outbox in the
transaction of what caused it; `bot/jobs/outbox` sends.
"""

from bot.varsling.varsler import Naadd, Varsel, Varsler

__all__ = ["Naadd", "Varsel", "Varsler"]
