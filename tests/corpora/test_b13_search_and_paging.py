"""Corpus B13: what is searched for is text, and a page that is not there is no fault."""

import dataclasses
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from services.core.errors import NotFound
from services.dossiers.my_dossiers import DossierFilter, my_dossiers
from services.notifications.list_notifications import list_notifications
from services.procedures.search_procedures import Search, search_procedures
from services.processing.desk_queue import QueueFilter, desk_queue
from services.vault.list_documents import DocumentFilter, list_documents
from services.work import Work
from tests.conftest import make_work, rolled_back
from tests.factories.dossiers import ANSWERS
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
)
from tests.factories.vault import make_document

Case = dict[str, Any]  # Any: as TOML has it
Shown = tuple[list[str], int, bool]  # what is found, the page, whether it is the last
CORPUS = tomllib.loads(
    Path(__file__).with_name("b13_search_and_paging.toml").read_text("utf-8")
)
TITLES = ["Bằng 100% gốc", "Sổ_đỏ số 5", "Giấy 'khai' sinh", "Đơn đề nghị"]
NAMES = ["Nông Văn Bình", "Đỗ Thị Đào", "Hà Văn Ất"]
HOSTILE = ("\ud800", "a" * 100_000, "a " * 50_000, "\u0301" * 99, "%" * 5_000, "\x00")


@pytest.fixture(scope="module")
def connection(seeded_engine: Engine) -> Iterator[Connection]:
    """One connection for all cases: none keeps what it writes."""
    with seeded_engine.connect() as connection:
        yield connection


@pytest.fixture(scope="module")
def desk(
    connection: Connection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A unit that three dossiers were handed in to by one person."""
    with rolled_back(connection) as session:
        work = make_work(session, tmp_path_factory.mktemp("files"))
        desk = make_desk(session)
        for name in NAMES:
            answers = ANSWERS | {"same_person": "no", "applicant_name": name}
            answers["applicant_address"] = "Tổ 5, Linh Sơn"
            make_new(work, desk, answers=answers)
        for title in TITLES:
            make_document(work, desk.filing.account.id, title=title)
        session.commit()  # into the transaction around it, which is undone
        yield desk


@pytest.fixture
def work(connection: Connection, desk: Desk, tmp_path: Path) -> Iterator[Work]:
    """What a case is handed, over the one desk."""
    with rolled_back(connection) as session:
        yield make_work(session, tmp_path / "files")


def documents(work: Work, desk: Desk, case: Case) -> Shown:
    keys = {k: case[k] for k in ("text", "kind", "source", "page") if k in case}
    page = list_documents(acting(work, desk.filing.citizen), DocumentFilter(**keys))
    return [one.document.title for one in page.documents], page.page, False


def dossiers(work: Work, desk: Desk, case: Case) -> Shown:
    mine, wanted = acting(work, desk.filing.citizen), DossierFilter(case["text"])
    page = my_dossiers(mine, wanted, case.get("page", 1))
    return [row.applicant_name for row in page.rows], page.page, False


def at_desk(work: Work, desk: Desk, case: Case) -> Shown:
    names = ("text", "queue", "sort", "sector", "page")
    keys = {k: case[k] for k in names if k in case}
    queue = desk_queue(acting(work, desk.intake), QueueFilter(**keys))
    found = [dossier_of(work, row.code).applicant_name for row in queue.rows]
    return found, queue.page, False


def procedures(work: Work, desk: Desk, case: Case) -> Shown:
    keys = {k: case[k] for k in ("text", "sector", "page") if k in case}
    found = search_procedures(work, Search(**keys))
    codes = [hit.row.code for hit in found.hits]
    return codes, found.page, found.page == found.pages


def notifications(work: Work, desk: Desk, case: Case) -> Shown:
    page = list_notifications(
        acting(work, desk.filing.citizen), None, case.get("page", 1)
    )
    return [str(line.id) for line in page.lines], page.page, True


LISTS: dict[str, Callable[[Work, Desk, Case], Shown]] = {
    "documents": documents,
    "dossiers": dossiers,
    "desk": at_desk,
    "procedures": procedures,
    "notifications": notifications,
}
ALL = {"documents": TITLES, "dossiers": NAMES, "desk": NAMES}
CASES = [
    pytest.param(name, case, id=case["id"])
    for name, table in CORPUS.items()
    for case in table["cases"]
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_search_finds_what_was_meant_and_a_page_is_one_there_is(
    work: Work, desk: Desk, name: str, case: Case
) -> None:
    if case.get("refused"):
        with pytest.raises(NotFound):
            LISTS[name](work, desk, case)
        return

    found, page, is_last = LISTS[name](work, desk, case)

    if case.get("found") == "all":
        assert len(found) >= 3
        assert sorted(found) == sorted(ALL.get(name, found)), case["why"]
    elif "found" in case:
        assert found == case["found"], case["why"]
    if "first" in case:
        assert found[0] == case["first"], case["why"]
    if "shown" in case:
        assert is_last if case["shown"] == "last" else page == case["shown"]


@pytest.mark.parametrize("name", ["documents", "dossiers", "desk", "procedures"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:3]))
def test_hostile_words_end_no_search(
    work: Work, desk: Desk, name: str, text: str
) -> None:
    found, _, _ = LISTS[name](work, desk, {"text": text})
    everything, _, _ = LISTS[name](work, desk, {"text": ""})
    assert set(found) <= set(everything) or name == "procedures"


def test_no_list_shows_what_belongs_to_somebody_else(work: Work, desk: Desk) -> None:
    other = make_desk(work.session)
    assert other.filing.account.id != desk.filing.account.id
    strangers = dataclasses.replace(desk, filing=other.filing, intake=other.intake)
    for name in ("documents", "dossiers", "desk", "notifications"):
        assert LISTS[name](work, strangers, {"text": ""})[0] == [], name


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names) >= 18
    assert set(CORPUS) == set(LISTS)
