"""The sentences of remarks.toml: what the importer did not take as it stood."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _sentences() -> dict[str, str]:
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {**raw["refused"], **raw["remark"]}


def remark_sentence(reason: str, value: str) -> str:
    """Return a remark in words, with what the source says."""
    return _sentences().get(reason, reason).replace("{value}", value)
