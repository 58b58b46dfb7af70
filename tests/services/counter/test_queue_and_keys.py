"""Numbers of the queue, the key of a draft, the citizen screen, and finding people."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.audit.models import AuditEntry
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation, TooMany
from services.counter.carry import carry_key, in_groups, open_carried
from services.counter.complete import complete
from services.counter.differing_people import differing_people
from services.counter.find_person import AN_HOUR, Wanted, find_person
from services.counter.models import PersonSource, QueueTicket
from services.counter.open_at_counter import give_back, open_at_counter
from services.counter.read_card import read_card
from services.counter.screen import (
    agree_on_screen,
    open_screen,
    pair_screen,
    show_screen,
)
from services.counter.tickets import (
    board,
    call_next,
    end_ticket,
    my_board,
    open_ticketed,
    take_ticket,
)
from services.counter.type_in import save_at_counter
from services.counter.verify_person import verify_person
from services.dossiers.models import Dossier
from services.dossiers.save_answers import Answer, save_answer
from services.dossiers.submit import submit_dossier
from services.integrations.population.port import PopulationRecord
from services.procedures.models import Agency, Channel
from services.work import Role, Work
from tests.at_once import at_once
from tests.conftest import make_work
from tests.factories.accounts import visiting
from tests.factories.counter import CARD, NUMBER, begin, make_typed, opener_of
from tests.factories.dossiers import (
    make_citizen,
    make_draft,
    make_proof,
    make_ready_draft,
)
from tests.factories.processing import acting, make_account_officer, make_desk

STROKES = "100,100 120,130 140,150 160,140;300,100 320,130 340,150"


def test_the_card_is_read_as_the_scanner_types_it(work: Work) -> None:
    card = read_card(CARD, local_day(work.now))
    assert (card.number, card.full_name, card.sex) == (NUMBER, "Hoàng Thị Mỵ", "female")
    assert card.birth_date.isoformat() == "1990-09-02"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "card_empty"),
        ("https://example.vn", "card_parts"),
        (CARD.replace("02091990", "31021990"), "card_number"),
        (CARD.replace(NUMBER, "99919000007"), "card_number"),
        (CARD.replace("Nữ", "Nuwx"), "card_broken"),
    ],
)
def test_a_card_that_cannot_be_read_is_never_guessed(
    work: Work, typed: str, fault: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        read_card(typed, local_day(work.now))
    assert refused.value.problems == {"card": fault}


def test_a_person_is_found_by_number_with_a_purpose_and_it_is_recorded(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    account = make_citizen(work.session, citizen_id=NUMBER)
    at_desk = acting(work, desk.intake)
    with pytest.raises(RuleViolation) as refused:
        find_person(opener_of(at_desk), Wanted("", number=NUMBER))
    assert refused.value.problems == {"purpose": "purpose_missing"}

    found = find_person(opener_of(at_desk), Wanted("own_dossier", number=NUMBER))

    assert found.source is PersonSource.ACCOUNT
    entry = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "counter.person_asked")
    ).one()
    assert entry.person_id == account.id
    assert entry.details == {"purpose": "own_dossier"}


def test_one_officer_cannot_look_up_a_whole_town(work: Work) -> None:
    desk = make_desk(work.session)
    opener = opener_of(acting(work, desk.intake))
    for number in range(AN_HOUR):
        find_person(opener, Wanted("own_dossier", number=f"9991900{number:05d}"))
    with pytest.raises(TooMany):
        find_person(opener, Wanted("own_dossier", number=NUMBER))


def test_while_the_system_is_down_the_officer_goes_on_and_it_is_verified_later(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    population = work.systems.population
    population.is_down = True  # type: ignore[attr-defined]
    opener = opener_of(acting(work, desk.intake))
    found = find_person(opener, Wanted("own_dossier", card=CARD))
    assert found.source is PersonSource.DOWN
    draft_id = make_typed(work, desk)
    assert open_at_counter(acting(work, desk.intake), draft_id).to_verify
    complete(acting(work, desk.intake), draft_id, True, "press")

    population.is_down = False  # type: ignore[attr-defined]
    verify_person(opener_of(work), draft_id)

    told = differing_people(acting(work, desk.intake))
    assert [one.fields for one in told] == [("not_found",)]
    assert "Hoàng Thị Mỵ" not in told[0].person


def test_another_unit_is_not_told_whom_the_register_has_otherwise(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    work.systems.population.is_down = True  # type: ignore[attr-defined]
    draft_id = make_typed(work, desk)
    complete(acting(work, desk.intake), draft_id, True, "press")
    work.systems.population.is_down = False  # type: ignore[attr-defined]
    verify_person(opener_of(work), draft_id)
    assert differing_people(acting(work, desk.intake))
    assert differing_people(acting(work, other.intake)) == ()


def test_what_the_population_system_vouched_for_needs_no_verifying(work: Work) -> None:
    desk = make_desk(work.session)
    record = PopulationRecord(
        citizen_id=NUMBER,
        old_id_number="",
        full_name="Hoàng Thị Mỵ",
        sex="female",
        birth_date=read_card(CARD, local_day(work.now)).birth_date,
        permanent_address="Xóm 3, xã Tân Thái, tỉnh Thái Nguyên",
    )
    work.systems.population.records.append(record)  # type: ignore[attr-defined]
    opener = opener_of(acting(work, desk.intake))
    found = find_person(opener, Wanted("own_dossier", card=CARD))
    assert found.source is PersonSource.POPULATION
    draft_id = begin(work, desk)
    assert open_at_counter(acting(work, desk.intake), draft_id).to_verify == ()


def test_numbers_of_a_day_run_without_gaps(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        code = make_desk(session).filing.agency.code
        session.commit()
    taken = at_once(
        scratch_engine, tmp_path, 8, lambda work, _: take_ticket(work, code, "").number
    )
    assert sorted(int(str(number)) for number in taken) == list(range(1, 9))


def test_two_officers_never_call_the_same_number(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        desk = make_desk(session)
        officers = [
            make_account_officer(session, desk.filing.agency.id, Role.INTAKE)
            for _ in range(6)
        ]
        for _ in range(6):
            take_ticket(make_work(session, tmp_path), desk.filing.agency.code, "")
        session.commit()

    def call(work: Work, n: int) -> int:
        ticket = call_next(acting(work, officers[n]))
        return ticket.number if ticket else 0

    called = [int(str(n)) for n in at_once(scratch_engine, tmp_path, 6, call)]
    told = [number for number in called if number]
    assert len(told) == len(set(told))
    assert told


def test_the_wall_shows_numbers_and_no_person(work: Work) -> None:
    desk = make_desk(work.session)
    code = desk.filing.agency.code
    take_ticket(visiting(work), code, "")
    take_ticket(visiting(work), code, "")
    call_next(acting(work, desk.intake))
    shown = board(visiting(work), code)
    assert [one.number for one in shown.called] == [1]
    assert [one.number for one in shown.waiting] == [2]


def test_the_number_an_officer_called_is_theirs_until_it_is_ended(work: Work) -> None:
    desk = make_desk(work.session)
    take_ticket(visiting(work), desk.filing.agency.code, "")
    at_desk = acting(work, desk.intake)
    colleague = make_account_officer(work.session, desk.filing.agency.id, Role.INTAKE)
    ticket = call_next(at_desk)
    assert ticket
    assert [one.is_mine for one in my_board(at_desk).called] == [True]
    assert [one.is_mine for one in my_board(acting(work, colleague)).called] == [False]

    end_ticket(at_desk, ticket.id, came=True)

    assert my_board(at_desk).called == ()


def test_a_key_typed_in_the_groups_it_is_printed_in_opens_the_draft(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    key, _ = carry_key(replace(work, actor=desk.filing.citizen), draft.id)
    typed = " ".join(in_groups(key))
    assert typed != key
    assert open_carried(acting(work, desk.intake), typed) == draft.id


def test_a_draft_brought_by_its_key_opens_with_all_that_was_typed(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    at_home = replace(work, actor=desk.filing.citizen)
    key, _ = carry_key(at_home, draft.id)
    at_desk = acting(work, desk.intake)

    assert open_carried(at_desk, f" {key.lower()} ") == draft.id

    view = open_at_counter(at_desk, draft.id)
    assert view.is_carried
    assert view.draft.answers["submitter_phone"].text == "0900 000 001"
    assert view.channel is Channel.DIRECT  # handed in here, with the fees of here
    with pytest.raises(Conflict):
        save_answer(at_home, draft.id, "request", "Viết ở nhà cùng lúc", work.now)
    give_back(at_desk, draft.id)
    assert draft.channel is Channel.ONLINE


def test_a_key_opens_nothing_elsewhere_later_or_when_it_is_forged(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    key, _ = carry_key(replace(work, actor=desk.filing.citizen), draft.id)
    swap = "A" if key[10] != "A" else "B"
    cases = [
        (acting(work, other.intake), key, "unit_not_entitled"),
        (acting(work, desk.intake, hours=24 * 8), key, "key_expired"),
        (acting(work, desk.intake), key[:10] + swap + key[11:], "key_wrong"),
    ]
    for at_desk, shown, fault in cases:
        with pytest.raises(RuleViolation) as refused:
            open_carried(at_desk, shown)
        assert refused.value.problems == {"key": fault}


def test_a_stranger_gets_no_key_of_somebody_elses_draft(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    with pytest.raises(NotFound):
        carry_key(replace(work, actor=other.filing.citizen), draft.id)


def test_a_number_taken_with_a_drafts_code_opens_that_draft(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    key, _ = carry_key(replace(work, actor=desk.filing.citizen), draft.id)
    code = desk.filing.agency.code
    first = take_ticket(visiting(work), code, "", key)
    assert take_ticket(visiting(work), code, "", key).number == first.number
    at_desk = acting(work, desk.intake)
    ticket = call_next(at_desk)
    assert ticket
    assert open_ticketed(at_desk, ticket.id) == draft.id
    assert len(work.session.exec(select(QueueTicket)).all()) == 1


def test_the_person_agrees_and_signs_on_the_screen_turned_to_them(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    at_desk = acting(work, desk.intake)
    key = open_screen(visiting(work), pair_screen(at_desk, draft_id))
    assert key
    shown = show_screen(visiting(work), key)
    assert shown.answers["submitter_paper_number"] == "9991******77"

    agree_on_screen(visiting(work), key, shown.version, STROKES)

    assert complete(at_desk, draft_id, False, "press").is_received


def test_a_signature_covers_what_was_shown_and_nothing_typed_later(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    at_desk = acting(work, desk.intake)
    key = open_screen(visiting(work), pair_screen(at_desk, draft_id))
    assert key
    version = work.session.get_one(Dossier, draft_id).version
    agree_on_screen(visiting(work), key, version, STROKES)
    answer = Answer("request", "Một việc khác hẳn", work.now + timedelta(seconds=1))
    save_at_counter(at_desk, draft_id, [answer])
    with pytest.raises(RuleViolation) as refused:
        complete(at_desk, draft_id, False, "press")
    assert refused.value.problems == {"consent": "consent_stale"}
    with pytest.raises(Conflict):
        agree_on_screen(visiting(work), key, version, STROKES)


def test_the_screens_code_works_once_and_its_key_for_an_hour(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    code = pair_screen(acting(work, desk.intake), draft_id)
    key = open_screen(visiting(work), code)
    assert key
    assert open_screen(visiting(work), code) is None
    later = visiting(replace(work, now=work.now + timedelta(minutes=61)))
    with pytest.raises(NotFound):
        show_screen(later, key)


def test_codes_of_the_screen_cannot_be_guessed_by_trying(work: Work) -> None:
    visitor = visiting(work)
    for _ in range(10):
        assert open_screen(visitor, "000000") is None
        work.session.flush()
    with pytest.raises(TooMany):
        open_screen(visitor, "000000")


@pytest.mark.parametrize("strokes", ["", "1,1", "x", "1,1 2,2;" + "9,9 " * 20])
def test_what_is_no_signature_is_not_taken(work: Work, strokes: str) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    key = open_screen(visiting(work), pair_screen(acting(work, desk.intake), draft_id))
    assert key
    version = show_screen(visiting(work), key).version
    with pytest.raises(RuleViolation):
        agree_on_screen(visiting(work), key, version, strokes)


def test_a_unit_nobody_receives_at_gives_no_number(work: Work) -> None:
    agency = make_desk(work.session).filing.agency
    agency.is_receiving = False
    work.session.add(agency)
    work.session.flush()
    with pytest.raises(NotFound):
        take_ticket(visiting(work), agency.code, "")
    assert work.session.get(Agency, agency.id)


def test_a_draft_taken_home_from_the_counter_is_filed_online(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_ready_draft(work.session, desk.filing)
    at_home = replace(work, actor=desk.filing.citizen)
    open_carried(acting(work, desk.intake), carry_key(at_home, draft.id)[0])
    later = replace(at_home, now=work.now + timedelta(days=1))  # nobody gave it back
    submit_dossier(later, draft.id, True, make_proof(later))
    assert draft.channel is Channel.ONLINE
