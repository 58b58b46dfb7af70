"""Questions to registers: who may ask, what is kept, what stands in (C26, O14)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import (
    Forbidden,
    NotFound,
    RuleViolation,
    SystemRefused,
    TooMany,
)
from services.integrations.enterprise_registry.port import (
    Activity,
    Enterprise,
    Member,
    Registration,
)
from services.integrations.transport_registry.port import TransportDossier
from services.look_ups import ask as asking_module
from services.look_ups.answers import Answered, forget_answers, show
from services.look_ups.ask import Asked
from services.look_ups.ask_again import ask_again
from services.look_ups.models import LookUpAnswer, LookUpQuestion, Question
from services.look_ups.put_into_dossier import put_into_dossier
from services.look_ups.recognise import Number, recognise
from services.look_ups.told import MAIN
from services.processing.step_models import InternalNote
from services.work import SYSTEM, Work
from tests.factories.accounts import visiting
from tests.factories.processing import Desk, acting, make_desk, make_received
from tests.services.look_ups.asking import (
    TODAY,
    enterprises,
    later,
    opener,
    put,
    transport,
)

NUMBER = "4600999001"
MINE = Enterprise(
    NUMBER,
    "CÔNG TY MẪU",
    capital=1_000,
    activities=(Activity("1076", "Sản xuất chè", True),),
    members=(Member("Nguyễn Thị Mẫu", 600, "60"),),
)
Q = Question


@pytest.fixture
def desk(work: Work) -> Desk:
    enterprises(work).enterprises[NUMBER] = MINE
    return make_desk(work.session)


@pytest.fixture
def officer(work: Work, desk: Desk) -> Work:
    return acting(work, desk.intake)


def answer_of(asked: Asked) -> Answered:
    assert asked.answered is not None, asked.problems
    return asked.answered


def test_an_officers_question_is_written_down_with_its_purpose(officer: Work) -> None:
    found = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER))

    assert found.told
    assert dict(found.told.facts)["enterprise_name"] == "CÔNG TY MẪU"
    assert found.answered_at == officer.now
    [row] = officer.session.exec(select(LookUpQuestion)).all()
    assert (row.account_id, row.purpose[:9]) == (
        officer.actor.account_id,
        "Đối chiếu",
    )
    query = select(AuditEntry).where(AuditEntry.act == "look_up.asked")
    [entry] = officer.session.exec(query).all()
    assert entry.subject_id == row.id
    assert NUMBER not in str(entry.details)


def test_an_officer_without_a_purpose_asks_nothing(officer: Work) -> None:
    with pytest.raises(RuleViolation) as refusal:
        put(officer, Q.ENTERPRISE, "", number=NUMBER)
    assert "purpose" in refusal.value.problems
    assert enterprises(officer).asked == []


def test_an_officer_without_a_post_is_refused(work: Work, desk: Desk) -> None:
    nobody = acting(work, replace(desk.intake, roles=frozenset()))
    with pytest.raises(Forbidden):
        put(nobody, Q.ENTERPRISE, number=NUMBER)


@pytest.mark.parametrize(
    ("question", "typed", "problem"),
    [
        (Q.ENTERPRISE, {"number": ""}, ("number", "required")),
        (Q.ENTERPRISE, {"number": "12345"}, ("number", "tax_code_format")),
        (Q.BUDGET_DOSSIER, {"number": "a<b"}, ("number", "look_up_code")),
        (
            Q.ENTERPRISE_RECEIVED,
            {"first": "1/10/2026", "last": "1/11/2026"},
            ("last", "look_up_wide"),
        ),
        (
            Q.ENTERPRISE_RECEIVED,
            {"first": "2/10/2026", "last": "1/10/2026"},
            ("last", "look_up_order"),
        ),
        (
            Q.TRANSPORT_DOSSIERS,
            {"first": "1/11/2026", "last": "1/12/2026"},
            ("last", "date_future"),
        ),
        (
            Q.BUDGET_COUNTS,
            {"first": "1/1/2025", "last": "1/11/2026"},
            ("last", "look_up_year"),
        ),
        (Q.ENTERPRISE_TODAY, {"day": "22/11/2026"}, ("day", "look_up_today")),
        (Q.TRANSPORT_MONTH, {"month": "thang"}, ("month", "look_up_month")),
        (Q.TRANSPORT_MONTH, {"month": "2026"}, ("month", "look_up_month")),
        (Q.TRANSPORT_MONTH, {"month": "12/2026"}, ("month", "date_future")),
    ],
)
def test_what_cannot_be_asked_is_said_before_anybody_is_asked(
    officer: Work,
    question: Question,
    typed: dict[str, str],
    problem: tuple[str, str],
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        put(officer, question, **typed)
    assert refusal.value.problems == dict([problem])
    assert officer.session.exec(select(LookUpQuestion)).all() == []


def test_a_month_of_31_days_is_asked_in_windows_of_five(officer: Work) -> None:
    days = [TODAY - timedelta(days=n) for n in range(31)]
    enterprises(officer).dossiers = [
        Registration(f"{day:%y%m%d}-{n}", received_on=day)
        for day in days
        for n in range(40)
    ]
    told = answer_of(
        put(officer, Q.ENTERPRISE_RECEIVED, first="24/10/2026", last="23/11/2026")
    ).told
    assert told
    rows = [row[0] for row in told.grids[MAIN].rows]
    assert len(rows) == len(set(rows)) == 31 * 40
    assert rows[0].startswith("261123")
    windows = {(a[1], a[2]) for a in enterprises(officer).asked}
    assert len(windows) == 7  # the fake refuses a window of more than five days


def test_a_register_that_repeats_itself_ends(
    officer: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = enterprises(officer)
    same = (Registration("one", received_on=TODAY),)
    monkeypatch.setattr(registry, "received", lambda *_: same)
    told = answer_of(
        put(officer, Q.ENTERPRISE_RECEIVED, first="1/11/2026", last="23/11/2026")
    ).told
    assert told
    assert len(told.grids[MAIN].rows) == 1


def test_a_silent_register_leaves_the_last_good_answer_with_its_age(
    officer: Work,
) -> None:
    put(officer, Q.ENTERPRISE, number=NUMBER)
    enterprises(officer).is_down = True
    after = later(officer, days=2)

    found = answer_of(put(after, Q.ENTERPRISE, number=NUMBER))

    assert found.is_silent
    assert found.is_awaited
    assert found.answered_at == officer.now
    assert found.told


def test_no_answer_older_than_a_week_is_ever_shown(officer: Work) -> None:
    put(officer, Q.ENTERPRISE, number=NUMBER)
    enterprises(officer).is_down = True

    found = answer_of(put(later(officer, days=7.1), Q.ENTERPRISE, number=NUMBER))

    assert found.told is None
    assert found.answered_at is None
    assert found.is_awaited


def test_an_answer_of_a_moment_ago_is_not_asked_for_again(officer: Work) -> None:
    put(officer, Q.ENTERPRISE, number=NUMBER)
    put(later(officer, seconds=30), Q.ENTERPRISE, number=NUMBER)
    assert len(enterprises(officer).asked) == 1
    put(later(officer, minutes=3), Q.ENTERPRISE, number=NUMBER)
    assert len(enterprises(officer).asked) == 2
    assert len(officer.session.exec(select(LookUpAnswer)).all()) == 1


def test_the_worker_asks_again_and_the_page_has_the_answer(
    work: Work, officer: Work
) -> None:
    enterprises(officer).is_down = True
    waiting = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER))
    worker = acting(work, SYSTEM)
    assert waiting.told is None
    assert ask_again(opener(worker)) == 0

    enterprises(officer).is_down = False

    assert ask_again(opener(worker)) == 1
    assert ask_again(opener(worker)) == 0
    found = show(officer, waiting.id)
    assert found.told
    assert not found.is_silent
    assert not found.is_awaited


def test_after_half_an_hour_nobody_asks_any_more(work: Work, officer: Work) -> None:
    enterprises(officer).is_down = True
    put(officer, Q.ENTERPRISE, number=NUMBER)
    enterprises(officer).is_down = False
    assert ask_again(opener(later(acting(work, SYSTEM), minutes=31))) == 0


def test_a_register_that_says_no_is_not_asked_again(
    work: Work, officer: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: str) -> None:
        raise SystemRefused("find", 200)

    monkeypatch.setattr(enterprises(officer), "find", refuse)
    found = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER))
    assert found.is_refused
    assert not found.is_awaited
    assert ask_again(opener(acting(work, SYSTEM))) == 0


def test_a_slow_register_is_left_to_the_worker(
    officer: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_module, "A_PERSON_WAITS", timedelta(seconds=-1))
    found = answer_of(
        put(officer, Q.ENTERPRISE_RECEIVED, first="1/11/2026", last="23/11/2026")
    )
    assert found.is_awaited


def test_strangers_see_no_names_of_people_and_need_no_purpose(
    work: Work, desk: Desk
) -> None:
    stranger = visiting(work)
    transport(work).rows = [
        TransportDossier("T-001", owner="Nguyễn Văn Lái", received_on=TODAY)
    ]

    company = answer_of(put(stranger, Q.ENTERPRISE, "", number=NUMBER)).told
    assert company
    assert "members" not in company.grids
    assert company.grids["activities"].rows

    days = {"first": "20/11/2026", "last": "23/11/2026"}
    listed = answer_of(put(stranger, Q.TRANSPORT_DOSSIERS, "", **days)).told
    assert listed
    assert "Nguyễn Văn" not in str(listed)
    full = answer_of(put(acting(work, desk.intake), Q.TRANSPORT_DOSSIERS, **days)).told
    assert full
    assert "Nguyễn Văn Lái" in str(full)


def test_after_three_questions_a_stranger_proves_to_be_a_person(
    work: Work, desk: Desk
) -> None:
    stranger = visiting(work)
    for _ in range(3):
        assert put(stranger, Q.ENTERPRISE, "", number=NUMBER).answered
    asked = put(stranger, Q.ENTERPRISE, "", number=NUMBER)
    assert asked.answered is None
    assert asked.problems == {"picture": "picture_needed"}


def test_one_account_asks_so_much_an_hour(
    officer: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_module, "AN_HOUR", 2)
    put(officer, Q.ENTERPRISE, number=NUMBER)
    put(officer, Q.ENTERPRISE, number=NUMBER)
    with pytest.raises(TooMany):
        put(officer, Q.ENTERPRISE, number=NUMBER)
    assert put(later(officer, hours=1.1), Q.ENTERPRISE, number=NUMBER).answered


def test_only_who_asked_reads_the_answer_and_not_for_ever(
    work: Work, desk: Desk, officer: Work
) -> None:
    mine = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER)).id
    for other in (acting(work, desk.handler), visiting(work)):
        with pytest.raises(NotFound):
            show(other, mine)
    with pytest.raises(NotFound):
        show(later(officer, hours=3), mine)
    strangers = answer_of(put(visiting(work), Q.ENTERPRISE, "", number=NUMBER)).id
    with pytest.raises(NotFound):
        show(visiting(work, cookie="another"), strangers)


def test_the_night_drops_answers_and_keeps_what_officers_asked(
    work: Work, desk: Desk, officer: Work
) -> None:
    put(officer, Q.ENTERPRISE, number=NUMBER)
    put(visiting(work), Q.ENTERPRISE, "", number=NUMBER)
    system = acting(work, SYSTEM)
    assert forget_answers(later(system, days=6)) == 0
    assert forget_answers(later(system, days=8)) == 1
    [row] = work.session.exec(
        select(LookUpQuestion).execution_options(populate_existing=True)
    ).all()
    assert row.account_id == officer.actor.account_id
    assert row.answer_id is None


def test_an_answer_goes_into_a_dossier_once(
    work: Work, desk: Desk, officer: Work
) -> None:
    code = make_received(work, desk).code
    mine = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER)).id
    for _ in range(2):
        put_into_dossier(officer, mine, code, "Theo CSDL, lúc 09:00: CÔNG TY MẪU")
    [note] = work.session.exec(select(InternalNote)).all()
    assert note.text.startswith("Theo CSDL")


def test_a_dossier_of_another_unit_takes_no_answer(
    work: Work, desk: Desk, officer: Work
) -> None:
    other = make_received(work, make_desk(work.session)).code
    mine = answer_of(put(officer, Q.ENTERPRISE, number=NUMBER)).id
    with pytest.raises(NotFound):
        put_into_dossier(officer, mine, other, "Theo CSDL")
    with pytest.raises(RuleViolation):
        put_into_dossier(officer, mine, "so nao do", "Theo CSDL")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4600999001", Number.ENTERPRISE),
        ("4600999003-001", Number.ENTERPRISE),
        ("h55.11-261122-0001", Number.OWN_DOSSIER),
        ("000.00.15.H55-261120-0002", Number.TRANSPORT_DOSSIER),
        ("MSNS-261120-0001", Number.BUDGET_DOSSIER),
        ("20A-123.45", Number.PLATE),
        ("20C1 12345", Number.PLATE),
        ("sổ đỏ", Number.UNKNOWN),
    ],
)
def test_one_box_tells_numbers_apart(work: Work, typed: str, number: Number) -> None:
    assert recognise(work, typed)[0] is number
