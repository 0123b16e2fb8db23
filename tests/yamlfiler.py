"""The YAML files of the tests, read by libyaml where it is there: the same values, ten times as fast."""

from pathlib import Path
from typing import Any

import yaml

SAFE: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BASE: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar stays a string."""


def lest(path: Path, loader: type = SAFE) -> Any:
    """What stands in the file."""
    return yaml.load(path.read_text("utf-8"), loader)
