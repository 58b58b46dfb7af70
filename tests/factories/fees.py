"""A rule of a fee that says as little as a rule can."""

from typing import Any

from services.fees.rule import Rule, read_rule


def make_rule(**values: Any) -> Rule:  # Any: fields of a rule
    """Return a rule of 2026; values: its fields."""
    base = {
        "code": "one",
        "procedures": ["9.000001"],
        "name": "Lệ phí",
        "kind": "charge",
        "basis": "Nghị quyết",
        "valid_from": "2026-01-01",
    }
    return read_rule(base | values)
