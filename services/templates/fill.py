"""Puts facts into a text of the office."""

import re
from collections.abc import Mapping

HOLE = re.compile(r"\{([^{}]*)\}")


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Return the text with the facts in it; what is not known stays as it is."""
    return HOLE.sub(lambda found: facts.get(found[1], found[0]), text)
