"""Corpus B7: free text is kept or refused by name, and never becomes anything else."""

import dataclasses
import io
import json
import logging
import tomllib
from collections.abc import Callable, Iterator
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from reflex.utils.format import json_dumps

from dvc_app.callbacks.shared_document import _page
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.faults import Fault
from services.dossiers.open_draft import open_draft
from services.dossiers.save_answers import save_answer
from services.dossiers.withdraw import withdraw_dossier
from services.files.describe_file import describe_file
from services.files.inspector_child import judge
from services.files.models import StoredFile
from services.files.verdicts import FileKind, FileLimits
from services.logs import configure_logs
from services.messages.office_summary import office_summary
from services.messages.open_thread import open_thread
from services.messages.send_message import send_message
from services.papers.printing import print_declaration
from services.supplements.ask_supplement import ask_supplement
from services.supplements.models import SupplementRequest, TargetKind
from services.supplements.save_point import save_point
from services.vault.describe import rename
from services.vault.models import DocumentVersion
from services.vault.open_shared import SharedView
from services.vault.views import view_document
from services.work import Work
from tests.factories.dossiers import make_draft
from tests.factories.files import make_stored_file
from tests.factories.processing import (
    Desk,
    acting,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import make_asked, make_supplement_form, points_asked
from tests.factories.vault import make_document
from tests.services.papers.test_declaration import sheet
from tests.services.papers.test_printing import squeezed, words

Case = dict[str, Any]  # Any: as TOML has it
CASES = tomllib.loads(Path(__file__).with_name("b07_text.toml").read_text("utf-8"))[
    "cases"
]
KEPT = [case for case in CASES if case["line"].startswith("=")]
HALF, LONG = "một nửa \ud800", "a" * 1_000_000
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
every_kept = pytest.mark.parametrize("case", KEPT, ids=lambda case: str(case["id"]))


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def message(work: Work, desk: Desk, text: str) -> str:
    code = make_new(work, desk)
    send_message(acting(work, desk.filing.citizen), code, text, "1")
    return open_thread(acting(work, desk.intake), code).messages[-1].text


def answer_of_office(work: Work, desk: Desk, text: str) -> str:
    code = make_new(work, desk)
    send_message(acting(work, desk.intake), code, text, "1")
    return open_thread(acting(work, desk.filing.citizen), code).messages[-1].text


def reason_to_withdraw(work: Work, desk: Desk, text: str) -> str:
    code = make_received(work, desk).code
    owner = dataclasses.replace(desk.filing.citizen, proved_at=work.now)
    withdraw_dossier(acting(work, owner), code, text)
    wish = office_summary(acting(work, desk.handler), code).wish
    return wish.reason if wish else ""


def note_of_supplement(work: Work, desk: Desk, text: str) -> str:
    form = make_supplement_form(note=text)
    asked = ask_supplement(acting(work, desk.intake), make_new(work, desk), form, "1")
    return work.session.get_one(SupplementRequest, asked.request_id).note


def title(work: Work, desk: Desk, text: str) -> str:
    document, _ = make_document(work, desk.filing.account.id)
    return rename(acting(work, desk.filing.citizen), document.id, text)


def request(work: Work, desk: Desk, text: str) -> str:
    draft, mine = (
        make_draft(work.session, desk.filing),
        acting(work, desk.filing.citizen),
    )
    save_answer(mine, draft.id, "request", text, work.now)
    return open_draft(mine, draft.id).answers["request"].text


def answer_to_supplement(work: Work, desk: Desk, text: str) -> str:
    code = make_new(work, desk)
    point = points_asked(work, make_asked(work, desk, code).request_id)[TargetKind.FREE]
    save_point(acting(work, desk.filing.citizen), code, point.id, text, work.now)
    return point.text


def note_of_file(work: Work, desk: Desk, text: str) -> str:
    mine = acting(work, desk.filing.citizen)
    draft = make_draft(work.session, desk.filing)
    file = make_stored_file(work.session, desk.filing.account.id, draft.id)
    describe_file(mine, file.id, text)
    return work.session.get_one(StoredFile, file.id).note


Way = Callable[[Work, Desk, str], str]
PLACES: dict[str, tuple[Way, ...]] = {
    "note": (message, answer_of_office),
    "line": (title,),
    "draft": (request, answer_to_supplement),
}
# These take fewer words, or are cut: what they refuse is named all the same.
OTHERS: tuple[Way, ...] = (note_of_file, note_of_supplement, reason_to_withdraw)
EVERYWHERE = (*(way for ways in PLACES.values() for way in ways), *OTHERS)


def tried(way: Way, work: Work, desk: Desk, text: str) -> str:
    """Return the verdict: what another reads, or the key of the refusal."""
    try:
        with work.session.begin_nested():
            kept = way(work, desk, text)
    except RuleViolation as refusal:
        return str(next(iter(refusal.problems.values())))
    return "=" if kept == text else f"={kept}"


@every_case
def test_every_field_of_free_text_judges_it_as_written(
    work: Work, desk: Desk, case: Case
) -> None:
    said = {
        way.__name__: tried(way, work, desk, case["text"])
        for ways in PLACES.values()
        for way in ways
    }

    assert said == {
        way.__name__: case[kind] for kind, ways in PLACES.items() for way in ways
    }, case["why"]


@pytest.mark.parametrize("way", EVERYWHERE, ids=lambda way: str(way.__name__))
def test_half_a_character_and_a_million_of_them_are_refused_everywhere(
    work: Work, desk: Desk, way: Way
) -> None:
    assert tried(way, work, desk, HALF) in {"text_broken", "text_control"}
    if way is note_of_file:  # cut, as its page says
        assert len(tried(way, work, desk, LONG)) <= 201
    else:
        assert tried(way, work, desk, LONG) in {"note_long", "answer_too_long"}


@every_case
def test_the_other_fields_keep_it_or_name_what_they_refuse(
    work: Work, desk: Desk, case: Case
) -> None:
    for way in OTHERS:
        said = tried(way, work, desk, case["text"])
        assert said.startswith("=") or said in set(Fault), way.__name__


@every_case
def test_a_page_gets_it_as_text_and_nothing_else(case: Case) -> None:
    delta = {"state": {"words": case["text"]}}
    assert json.loads(json_dumps(delta)) == delta


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {sorted(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        self.words += data


@every_kept
def test_a_plain_page_has_no_more_tags_than_without_it(
    work: Work, desk: Desk, case: Case
) -> None:
    plain, hostile = (
        Tags(page_of(work, desk, text)) for text in ("Giấy khai sinh", case["text"])
    )
    assert hostile.tags == plain.tags
    assert squeezed(case["text"]) in squeezed(hostile.words)


def page_of(work: Work, desk: Desk, text: str) -> str:
    document, file = make_document(work, desk.filing.account.id, title=text)
    version = DocumentVersion(
        document_id=document.id, number=1, file_id=file.id, added_at=work.now
    )
    view = view_document(document, version, file, local_day(work.now))
    shown = SharedView(view, text, work.now + timedelta(days=1), "pass")
    return bytes(_page(shown=shown).body).decode()


INTO_PAPER = [case for case in KEPT if case["why"].startswith(("a template", "marks"))]


@pytest.mark.parametrize("case", INTO_PAPER, ids=lambda case: str(case["id"]))
def test_a_paper_prints_it_and_does_nothing_of_it(case: Case) -> None:
    facts = sheet("KS")
    part = facts.parts[0]
    line = dataclasses.replace(part.rows[0].lines[0], text=case["text"])
    row = dataclasses.replace(part.rows[0], lines=(line, *part.rows[0].lines[1:]))
    first = dataclasses.replace(part, rows=(row, *part.rows[1:]))

    pdf = print_declaration(dataclasses.replace(facts, parts=(first, *facts.parts[1:])))

    assert judge(pdf, FileKind.PDF, FileLimits(kinds=frozenset(FileKind))).accepted
    if "\u0351" not in case["text"]:  # the reader of PDFs orders stacked marks anew
        assert squeezed(case["text"]) in squeezed(words(pdf))


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the process logs; the loggers are given back as they were."""
    before = logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    configure_logs(stream)
    yield stream
    logging.root.handlers[:], level = before
    logging.root.setLevel(level)


@every_case
def test_a_log_has_one_line_a_fact_whatever_the_fact(
    log: io.StringIO, case: Case
) -> None:
    logging.getLogger("services.corpus").warning("met %s", case["text"])

    [line] = log.getvalue().removesuffix("\n").split("\n")
    assert json.loads(line)["logger"] == "services.corpus"


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 40
    keys = {case[kind] for case in CASES for kind in PLACES}
    assert {key for key in keys if not key.startswith("=")} <= set(Fault)
