"""Which procedures one declaration stands for (Decree 63/2024/NĐ-CP)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A part of bundles.toml; a misspelt key is a fault of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Wanted(Strict):
    """An answer of the declaration that asks for this leg."""

    field: str
    any: tuple[str, ...]


class LegRule(Strict):
    """One of the procedures: what it sees of the declaration, and what it waits for."""

    code: str
    procedure: str
    papers: tuple[str, ...]
    groups: tuple[str, ...]
    has_office_part: bool = False  # the receiving officer completes the form here
    after: tuple[str, ...] = ()
    wanted: Wanted | None = None

    def is_wanted(self, values: Mapping[str, Any]) -> bool:
        """Say whether the declaration asks for it; most legs always go along.

        Any: the JSON values of the form.
        """
        return self.wanted is None or values.get(self.wanted.field) in self.wanted.any


class BundleRule(Strict):
    """A bundle and its legs, in the order they are begun."""

    procedure: str
    leg: tuple[LegRule, ...]


class _Bundles(Strict):
    bundle: tuple[BundleRule, ...]


@cache
def bundles() -> Mapping[str, BundleRule]:
    """Return every bundle by the code of its procedure."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    read = _Bundles.model_validate(tomllib.loads(text))
    return {bundle.procedure: bundle for bundle in read.bundle}
