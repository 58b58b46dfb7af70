"""The words of files, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("register_words.toml")


@cache
def words() -> dict[str, Any]:  # Any: texts, lists and tables of them
    """Return the words of files."""
    return tomllib.loads(WORDS.read_text("utf-8"))
