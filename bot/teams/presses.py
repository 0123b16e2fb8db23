"""Card presses: what was pressed, typed and bounded before anybody acts on it.

Action.Execute comes as the invoke `adaptiveCard/action` with `value.action = {verb, data}`;
Action.Submit (older clients) as a message with `value = {"verb": ..., ...}`. Teams merges what
stands in the card's inputs into the same data.
"""

from typing import Any

from bot.domain.conversation import Button
from bot.teams.fields import Json, Rejected, mapping, needed

LEVELS = 6
ITEMS = 200
CHARS = 10_000


def executed(activity: Json) -> Button:
    """The button of an Action.Execute. Raises Rejected (400)."""
    action = mapping(mapping(activity, "value"), "action")
    return Button("", needed(action, "verb"), bounded(mapping(action, "data")))


def submitted(activity: Json) -> Button | None:
    """The button of an Action.Submit, None where the message is not one. Raises Rejected (400)."""
    value = activity.get("value")
    if not isinstance(value, dict) or "verb" not in value:
        return None
    data = {key: item for key, item in value.items() if key not in ("verb", "msteams")}
    return Button("", needed(value, "verb"), bounded(data))


def bounded(data: Json) -> Json:
    """The same, where it is neither too large nor too deep. Raises Rejected (400)."""
    level: list[Any] = [data]
    count = 0
    for _ in range(LEVELS):
        count += len(level)
        if count > ITEMS or any(isinstance(item, str) and len(item) > CHARS for item in level):
            raise Rejected(400, "the data of the button is too large")
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return data
    raise Rejected(400, "the data of the button is too deep")


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else []
