"""The lists that forms choose from: ethnic groups, countries, kinds of land …"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("catalogues.toml")


def catalogue(name: str) -> Mapping[str, str]:
    """Return code and words in the order a person sees; KeyError for no such list."""
    return catalogues()[name]


@cache
def catalogues() -> Mapping[str, Mapping[str, str]]:
    """Return every list, read once."""
    lists: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text("utf-8"))
    return MappingProxyType(
        {name: MappingProxyType(words) for name, words in lists.items()}
    )
