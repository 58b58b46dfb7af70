"""A log line holds facts from the list, and nothing of persons (PII-1, PII-2)."""

import io
import json
import logging
import subprocess
import sys
from typing import Any

import pytest

from services.logs import keep_allowed, redact
from tests.conftest import ROOT
from tests.walls.corpus_b8 import SECRETS

SAID = """
import logging, sys
from services.logs import configure_logs
configure_logs(sys.stdout)
planted = sys.argv[1]
for name in ("reflex.app", "engineio.server", "socketio.server", "procrastinate.worker"):
    logging.getLogger(name).error("payload %s", planted)
logging.getLogger("dvc_app.x").warning("known", extra={"phone": planted, "incident": "ab"})
try:
    raise ValueError(planted)
except ValueError:
    logging.getLogger("services.y").exception("failed")
"""
BY_SHAPE = (
    *("otp", "citizen_id", "spaced_id", "phone", "spaced_phone", "foreign_phone"),
    *("email", "cookie", "token", "card", "account", "tax", "key", "hash"),
)


def lines_about(planted: str) -> list[dict[str, Any]]:
    """Return what a process logs when everything it meets holds this text."""
    done = subprocess.run(
        [sys.executable, "-c", SAID, planted],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_neither_frameworks_nor_errors_say_what_they_met() -> None:
    planted = "Vi Thị Bí Mật 0900000777"
    lines = lines_about(planted)
    assert [line["event"] for line in lines] == ["framework"] * 4 + ["known", "failed"]
    assert lines[-1]["error"] == "ValueError"
    assert lines[-2]["incident"] == "ab"
    assert "phone" not in lines[-2]
    assert not [line for line in lines if "Bí Mật" in str(line) or "0900" in str(line)]


@pytest.mark.parametrize("name", BY_SHAPE)
def test_what_has_a_shape_is_taken_out_of_any_text(name: str) -> None:
    assert SECRETS[name] not in redact(f"failed for {SECRETS[name]}, again")


@pytest.mark.parametrize("key", ["password", "token", "cookie", "otp", "api_key"])
def test_what_follows_the_name_of_a_secret_is_taken_out(key: str) -> None:
    assert "Mở" not in redact(f"{key}=Mở!vừng")
    assert "Mở" not in redact(f"{key}: 'Mở!vừng'")


def test_a_long_text_is_cut() -> None:
    kept = keep_allowed(None, "", {"event": "vừng ơi " * 5000, "other": "x"})
    assert list(kept) == ["event"]
    assert len(kept["event"]) <= 200


def test_plain_words_stay() -> None:
    assert redact("system_unavailable /verify 503") == "system_unavailable /verify 503"


def test_nothing_is_configured_by_an_import() -> None:
    before = list(logging.root.handlers)
    __import__("services.logs")
    assert logging.root.handlers == before
    assert not isinstance(logging.root.handlers, io.StringIO)
