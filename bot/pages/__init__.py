"""The pages that a Teams manifest must point at: about, personvern, vilkår. Read once, at start."""

from importlib.resources import files

ADDRESSES = {"/": "om", "/personvern": "personvern", "/vilkaar": "vilkaar"}


def pages() -> dict[str, str]:
    """The HTML of each address."""
    folder = files(__name__)
    return {at: folder.joinpath(f"{name}.html").read_text("utf-8") for at, name in ADDRESSES.items()}
