"""The list finds by name and code, narrows, and costs the same however long (A02)."""

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session

from services.core.errors import Forbidden
from services.procedure_changes.list_procedures import Kind, list_procedures
from services.procedure_changes.models import ChangeState
from services.procedure_changes.show_facts import show_facts
from services.work import Work
from tests.factories.dossiers import make_filing
from tests.factories.procedure_changes import administrator, propose, publish

BIRTH = "1.001193"


@pytest.fixture
def boss(seeded_work: Work) -> Work:
    """An administrator over the catalogue that comes with the portal."""
    return administrator(seeded_work)


def codes(boss: Work, text: str = "", kind: Kind | None = None) -> set[str]:
    """Return the codes found on the first page."""
    return {line.code for line in list_procedures(boss, text, kind).rows}


@pytest.mark.parametrize("text", [BIRTH, "dang ky khai sinh", "Đăng ký khai sinh"])
def test_a_procedure_is_found_by_name_and_code(boss: Work, text: str) -> None:
    assert BIRTH in codes(boss, text)


@pytest.mark.parametrize("text", ["\x00", "%_'", "không có đâu"])
def test_any_text_gets_an_answer(boss: Work, text: str) -> None:
    assert list_procedures(boss, text).page == 1


def test_filters_narrow(boss: Work) -> None:
    national = make_filing(boss.session, is_filed_here=False).procedure.code
    assert codes(boss, national, Kind.NATIONAL) == {national}
    assert not codes(boss, BIRTH, Kind.NATIONAL)
    assert not codes(boss, national, Kind.FILED_HERE)
    assert codes(boss, BIRTH, Kind.FILED_HERE) == {BIRTH}
    propose(administrator(boss), BIRTH, summary="Khác")
    assert codes(boss, "", Kind.WAITING) == {BIRTH}
    assert not codes(boss, "", Kind.SUSPENDED)
    publish(boss, national, is_suspended=True, suspended_reason="Nâng cấp")
    assert codes(boss, "", Kind.SUSPENDED) == {national}
    assert not codes(boss, national, Kind.NATIONAL)


def test_a_line_says_what_waits(boss: Work) -> None:
    day = f"{boss.now + timedelta(days=9):%d/%m/%Y}"
    publish(boss, BIRTH, summary="Từ tuần sau", valid_from=day)
    (line,) = list_procedures(boss, BIRTH).rows
    assert line.waiting is ChangeState.PUBLISHED
    propose(administrator(boss), BIRTH, keywords="mới")
    (line,) = list_procedures(boss, BIRTH).rows
    assert line.waiting is ChangeState.PROPOSED


def test_pages_do_not_overlap(boss: Work) -> None:
    first, second = (list_procedures(boss, page=page) for page in (1, 2))
    assert first.total > len(first.rows) == 20
    assert not {r.code for r in first.rows} & {r.code for r in second.rows}


def test_nobody_else_lists(seeded_work: Work) -> None:
    with pytest.raises(Forbidden):
        list_procedures(seeded_work)


def test_list_and_page_cost_the_same_however_much_there_is(boss: Work) -> None:
    show_facts(boss, BIRTH)
    few = statements(boss.session, lambda: list_procedures(boss))
    one = statements(boss.session, lambda: show_facts(boss, BIRTH))
    for number in range(3):
        publish(boss, BIRTH, summary=f"Lần {number}")
        make_filing(boss.session)
    boss.session.expire_all()
    assert statements(boss.session, lambda: list_procedures(boss)) == few == 2
    assert statements(boss.session, lambda: show_facts(boss, BIRTH)) <= one + 1 <= 11


def statements(session: Session, act: object) -> int:
    """Count what an act sends to the database."""
    sent: list[str] = []

    def note(*given: object) -> None:
        sent.append(str(given[2]))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    assert callable(act)
    act()
    event.remove(connection, "before_cursor_execute", note)
    return len(sent)
