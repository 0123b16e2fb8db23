"""Replies as JSON, for a turn that changed something: the same answer whenever it comes again."""

from typing import Any

from bot.turn import Reply
from bot.varsling import brev


def til_json(svar: list[Reply]) -> list[dict[str, Any]]:
    return [{**brev.til_json(r.message), "in_place": r.in_place} for r in svar]


def fra_json(lagret: list[dict[str, Any]]) -> list[Reply]:
    return [Reply(brev.fra_json(r), r["in_place"]) for r in lagret]
