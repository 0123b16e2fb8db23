"""The answer to a file that was offered: `fileConsent/invoke`, typed and bounded.

Teams gives back the context of the offer as it was; it is treated as anybody's word.
"""

from bot.domain.conversation import Button
from bot.teams.fields import Json, Rejected, mapping, text
from bot.teams.presses import bounded
from bot.turn import Filsvar

CONSENT = "fileConsent/invoke"
YES, NO = "fil.hent", "fil.nei"
URL_CHARS = 8000


def answered(activity: Json) -> tuple[Button, Filsvar]:
    """What was answered, and where Teams wants the file. Raises Rejected (400)."""
    value = mapping(activity, "value")
    action = text(value, "action")
    data = bounded(mapping(value, "context"))
    if action == "decline":
        return Button("", NO, data), Filsvar()
    if action != "accept":
        raise Rejected(400, "the answer to the file is neither yes nor no")
    return Button("", YES, data), _place(mapping(value, "uploadInfo"))


def _place(info: Json) -> Filsvar:
    url = text(info, "uploadUrl", URL_CHARS)
    if not url:
        raise Rejected(400, "uploadUrl is missing")
    return Filsvar(
        url,
        text(info, "contentUrl", URL_CHARS) or "",
        text(info, "uniqueId") or "",
        text(info, "fileType") or "",
    )
