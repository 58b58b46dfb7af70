"""Writes the banks and wallets that come with the portal: providers.toml."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from sqlmodel import select

from services.payments.settlement_models import PaymentProvider, ProviderKind
from services.work import Work

FILE = Path(__file__).parent / "providers.toml"


def read_providers(path: Path = FILE) -> list[dict[str, Any]]:
    """Return the providers as typed in, each with its position; Any: TOML."""
    listed = tomllib.loads(path.read_text("utf-8"))["provider"]
    return [{"position": number, **one} for number, one in enumerate(listed)]


def load_providers(work: Work) -> int:
    """Write the providers; return how many changed. Loading twice changes nothing.

    The switch is the administrator's: it is only set when a provider is new.
    """
    kept = {row.code: row for row in work.session.exec(select(PaymentProvider))}
    changed = 0
    for one in read_providers():
        digest = hashlib.sha256(json.dumps(one, sort_keys=True).encode()).hexdigest()
        row = kept.get(one["code"])
        if row is not None and row.digest == digest:
            continue
        if row is None:
            row = PaymentProvider(**_columns(one), is_on=one.get("is_on", True))
        for name, value in _columns(one).items():
            setattr(row, name, value)
        row.digest = digest
        work.session.add(row)
        changed += 1
    work.session.flush()
    return changed


def _columns(one: dict[str, Any]) -> dict[str, Any]:
    # Any: a TOML table.
    return {
        "code": one["code"],
        "name": one["name"],
        "kind": ProviderKind(one["kind"]),
        "gateway": one["gateway"],
        "bank_code": one.get("bank_code", ""),
        "position": one["position"],
        "fee_fixed": one.get("fee_fixed", 0),
        "fee_permille": one.get("permille", 0),
        "least": one.get("least", 0),
        "most": one.get("most", 0),
    }
