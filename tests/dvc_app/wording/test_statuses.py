"""One vocabulary: every status, turn, event and promise line has its words."""

import ast
import re
from pathlib import Path

import pytest

from dvc_app.wording import promises, statuses
from services.core.promises import LineKind
from services.dossiers.models import DossierStatus
from services.dossiers.rules import Turn

SERVICES = Path(__file__).parents[3] / "services"
PLACES = {"note_event": 2, "Line": 0}  # where a call names the event
HOLE = re.compile(r"{(\w+)}")
CSS = {"tag", "tag tag--info", "tag tag--wait", "tag tag--done", "tag tag--late"}
LINE_FACTS = {"day", "until", "at", "number", "name", "clock", "worked"}


def noted_events() -> set[str]:
    """Return the events that use cases write into timelines."""
    found = set()
    for path in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", "")
            place = PLACES.get(name, -1)
            if 0 <= place < len(node.args):
                word = node.args[place]
                found |= {str(word.value)} if isinstance(word, ast.Constant) else set()
    return found


@pytest.mark.parametrize("status", DossierStatus)
def test_every_status_has_its_words(status: DossierStatus) -> None:
    words = statuses.STATUSES[status]
    assert words.label
    assert words.tag in CSS
    assert words.sentence.endswith(".")
    assert not HOLE.search(words.plain)


def test_the_labels_of_the_manuals_are_word_for_word() -> None:
    labels = {status: words.label for status, words in statuses.STATUSES.items()}
    assert labels[DossierStatus.SUBMITTED] == "Mới đăng ký"
    assert labels[DossierStatus.AWAITING_PAYMENT] == "Chờ thanh toán"
    assert labels[DossierStatus.RESULT_READY] == "Chờ trả kết quả"


def test_every_status_is_told_apart_by_its_label() -> None:
    labels = [words.label for words in statuses.STATUSES.values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("status", DossierStatus)
def test_a_sentence_without_its_facts_is_still_whole(status: DossierStatus) -> None:
    said = statuses.say_status(status, due="", unit="")
    assert said == statuses.STATUSES[status].plain or not HOLE.search(said)
    facts = HOLE.findall(statuses.STATUSES[status].sentence)
    full = statuses.say_status(status, **dict.fromkeys(facts, "ABC"))
    assert full.count("ABC") == len(facts)


def test_every_turn_is_named() -> None:
    assert set(statuses.TURNS) == set(Turn)


def test_every_event_of_the_timeline_has_words() -> None:
    noted = noted_events()
    assert {"submitted", "received", "returned"} <= noted
    assert noted <= set(statuses.EVENTS)


@pytest.mark.parametrize("kind", LineKind)
def test_every_step_of_a_promise_has_a_sentence(kind: LineKind) -> None:
    for template in (promises.LINES[kind], promises.SPANS.get(kind, "")):
        assert set(HOLE.findall(template)) <= LINE_FACTS
