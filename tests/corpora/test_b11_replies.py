"""Corpus B11: what other systems answer is believed when it can be read, and is ours."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.core.errors import SystemRefused, SystemUnavailable
from services.integrations.national_portal.adapter import VxpNationalPortal
from services.integrations.transport import build_client
from services.look_ups.models import Register
from services.outbox.courier import Outcome
from tests.contract import test_civil_status_registry as civil_status
from tests.contract import test_interlinked_services as interlinked
from tests.contract import test_national_portal as national
from tests.contract.doors import DOORS
from tests.contract.reading import READERS
from tests.corpora.replies import JSON, RECIPES, Reply, answering

CORPUS = tomllib.loads(Path(__file__).with_name("b11_replies.toml").read_text("utf-8"))
PATIENCE, HASTE = 10.0, 0.35
TAKEN, REFUSED, UNAVAILABLE, IGNORED = "taken", "refused", "unavailable", "ignored"
VERDICTS = {
    Outcome.DELIVERED: TAKEN,
    Outcome.REFUSED: REFUSED,
    Outcome.LATER: "later",
    Outcome.UNAVAILABLE: UNAVAILABLE,
}
CODE = "4600999001"  # what the registers are asked about
Ask = Callable[[str, float], str]  # address, patience → verdict
Read = Callable[[httpx.Client], object]

FINDING: dict[str, Callable[[Any], object]] = {  # Any: the port of a register
    Register.ENTERPRISES: lambda port: port.find(CODE),
    Register.BUDGET_UNITS: lambda port: port.find(CODE),
    Register.TRANSPORT: lambda port: port.find(CODE),
}
READS: dict[str, Read] = {
    "national_portal.find": lambda client: VxpNationalPortal(
        client, national.ACCESS
    ).find_dossier(CODE),
    "interlinked_services.read": lambda client: interlinked.adapter(client).declaration(
        CODE
    ),
    "civil_status_registry.entries": lambda client: civil_status.adapter(
        client
    ).entries("KS", [CODE]),
}


def whoever(name: str) -> tuple[str, Ask]:
    """Return the code that is asked about, and how this one is asked."""
    if name in DOORS:
        door, said = DOORS[name], DOORS[name].say()
        code = str(said.get("MaHoSo") or said.get("maHoSo") or "")
        return code, lambda url, patience: _told(
            lambda: VERDICTS[door.hand_over(url, said, patience).outcome]
        )
    read = READS.get(name) or (
        lambda client: FINDING[name](READERS[Register(name)].adapter(client))
    )

    def ask(url: str, patience: float) -> str:
        with build_client(url, patience) as client:
            return _told(lambda: TAKEN if read(client) else IGNORED)

    return CODE, ask


def _told(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except SystemRefused:
        return REFUSED
    except SystemUnavailable:
        return UNAVAILABLE


def reply_of(case: dict[str, Any], name: str, code: str) -> Reply:
    """Return what this system answers in this case."""
    yes, no, again = (
        str(CORPUS[kind].get(name, "")).replace("{code}", code)
        for kind in ("yes", "no", "again")
    )
    made = Reply(b"", case.get("status", 200))
    if "recipe" in case:
        made = RECIPES[case["recipe"]](yes, no)
    elif "code" in case:
        said = json.loads(yes) | {CORPUS["field"][name]: "?"}
        text = json.dumps(said, ensure_ascii=False).replace('"?"', case["code"])
        made.body = text.encode()
    else:
        own = {"yes": yes, "no": no, "again": again}
        text = own.get(case["body"], case["body"].replace("{code}", code))
        made.body = text.encode()
    headers = {"Content-Type": case.get("type", JSON), **case.get("headers", {})}
    made.headers = {**headers, **made.headers}
    made.before, made.first = CORPUS["before"].get(name, ""), yes.encode()
    return made


def asked_in(case: dict[str, Any]) -> list[str]:
    """Return whom the case is put before."""
    if "to" in case:
        return list(case["to"])
    return list(CORPUS["field"] if "code" in case else CORPUS["yes"])


@pytest.mark.parametrize("case", CORPUS["replies"], ids=lambda case: str(case["id"]))
def test_a_reply_has_its_verdict(case: dict[str, Any]) -> None:
    patience = HASTE if case.get("recipe") == "slow" else PATIENCE
    found = {}
    for name in asked_in(case):
        code, ask = whoever(name)
        with answering(reply_of(case, name, code)) as url:
            found[name] = ask(url, patience)
    assert found == dict.fromkeys(asked_in(case), case["verdict"]), case["why"]


def test_the_corpus_is_whole() -> None:
    ids = [case["id"] for case in CORPUS["replies"]]
    assert len(set(ids)) == len(ids) == 34
    assert {*DOORS, *map(str, READERS)} >= set(CORPUS["yes"])
