"""Handed in and received at the counter, in one transaction (O04)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.names import find_account
from services.audit.models import AuditEntry
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.counter.adopt_walk_in import adopt_walk_in
from services.counter.begin_at_counter import Wish, begin_at_counter
from services.counter.complete import complete
from services.counter.models import CounterCase, WalkIn
from services.counter.open_at_counter import give_back, open_at_counter
from services.counter.papers import (
    Counted,
    begin_scan,
    count_paper,
    offers_at_counter,
    open_scan,
    take_from_vault,
)
from services.counter.stand_in import HeldAtCounter
from services.counter.type_in import save_at_counter
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.my_dossiers import DossierFilter, my_dossiers
from services.dossiers.save_answers import Answer, save_answer
from services.notifications.models import Notification
from services.procedures.models import Channel
from services.processing.receipt_facts import receipt_facts
from services.vault.adopt import waiting_key
from services.vault.models import DocumentSource
from services.work import Actor, Role, Work
from tests.factories.counter import NUMBER, begin, make_person, make_typed
from tests.factories.dossiers import make_citizen, make_component, make_draft
from tests.factories.processing import acting, make_account_officer, make_desk
from tests.factories.vault import make_document

MOST_STATEMENTS = 12


@pytest.fixture
def statements(session: Session) -> Iterator[list[str]]:
    """What is asked of the database while a test runs."""
    sent: list[str] = []
    connection = session.connection()

    def note(*call: object) -> None:
        sent.append(str(call[2]))

    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)


def citizen_of(account: Account) -> Actor:
    return Actor(account_id=account.id, name=account.full_name, browser="b")


def test_a_dossier_at_the_counter_is_handed_in_and_received_at_once(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    at_desk = acting(work, desk.intake)

    done = complete(at_desk, draft_id, True, "press")

    dossier = work.session.get_one(Dossier, draft_id)
    assert done.is_received
    assert done.number == 1
    assert dossier.status is DossierStatus.PROCESSING
    assert dossier.channel is Channel.DIRECT
    assert dossier.begun_by_id == desk.intake.account_id
    assert complete(at_desk, draft_id, True, "again") == done


def test_without_the_persons_word_nothing_is_handed_in(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)

    with pytest.raises(RuleViolation) as refused:
        complete(acting(work, desk.intake), draft_id, False, "press")

    assert refused.value.problems == {"consent": "consent"}


def test_what_is_missing_is_named_as_in_the_wizard(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)

    with pytest.raises(RuleViolation) as refused:
        complete(acting(work, desk.intake), draft_id, True, "press")

    assert refused.value.problems == {"G01": "component_missing"}


def test_a_person_without_an_account_is_kept_by_one_nobody_signs_in_to(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    dossier = work.session.get_one(Dossier, draft_id)
    account = work.session.get_one(Account, dossier.account_id)
    assert account.status is AccountStatus.WALK_IN
    assert (account.citizen_id, account.phone, account.password_hash) == (
        None,
        None,
        "",
    )
    assert account.contact_phone == "0900000077"
    assert find_account(work, AccountKind.CITIZEN, NUMBER) is None
    assert find_account(work, AccountKind.CITIZEN, "0900000077") is None


def test_who_comes_again_is_the_same_walk_in_person(work: Work) -> None:
    desk = make_desk(work.session)
    drafts = {begin(work, desk, "one"), begin(work, desk, "two")}
    assert len(drafts) == 2
    assert len(work.session.exec(select(WalkIn)).all()) == 1


def test_pressed_twice_one_draft_is_born(work: Work) -> None:
    desk = make_desk(work.session)
    assert begin(work, desk) == begin(work, desk)


def test_a_family_is_taken_in_in_one_go(work: Work) -> None:
    desk = make_desk(work.session)
    code = desk.filing.procedure.code
    at_desk = acting(work, desk.intake)
    drafts = begin_at_counter(at_desk, make_person(), Wish((code, code)), "press")
    assert len(set(drafts)) == 2
    assert open_at_counter(at_desk, drafts[0]).others == (drafts[1],)


def test_the_receipt_is_told_to_the_phone_given_at_the_counter(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    complete(acting(work, desk.intake), draft_id, True, "press")
    account_id = work.session.get_one(Dossier, draft_id).account_id
    told = select(Notification.subject).where(Notification.account_id == account_id)
    assert "received" in [str(one) for one in work.session.exec(told)]


def test_who_signs_in_later_finds_what_they_filed_at_the_counter(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    complete(acting(work, desk.intake), draft_id, True, "press")
    account = make_citizen(
        work.session, citizen_id=NUMBER, assurance_level=2, full_name="Hoàng Thị Mỵ"
    )

    assert adopt_walk_in(work, account.id) == 1

    theirs = replace(work, actor=citizen_of(account))
    assert len(my_dossiers(theirs, DossierFilter()).rows) == 1
    assert adopt_walk_in(work, account.id) == 0


def test_a_number_that_was_only_typed_opens_nobodys_dossiers(work: Work) -> None:
    desk = make_desk(work.session)
    begin(work, desk)
    account = make_citizen(work.session, citizen_id=NUMBER, assurance_level=1)
    assert adopt_walk_in(work, account.id) == 0


def test_every_act_is_written_down_as_the_officers(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    owner = work.session.get_one(Dossier, draft_id).account_id
    entries = work.session.exec(
        select(AuditEntry).where(
            AuditEntry.act == "save_answers", AuditEntry.subject_id == draft_id
        )
    ).all()
    assert {entry.account_id for entry in entries} == {desk.intake.account_id}
    assert {entry.person_id for entry in entries} == {owner}


def test_another_unit_never_sees_the_draft(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    draft_id = begin(work, desk)
    with pytest.raises(NotFound):
        open_at_counter(acting(work, other.intake), draft_id)
    with pytest.raises(NotFound):
        save_at_counter(acting(work, other.intake), draft_id, [])


def test_a_specialist_has_no_business_at_the_counter(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    with pytest.raises(Forbidden):
        open_at_counter(acting(work, desk.handler), draft_id)


def test_a_citizens_own_draft_is_not_open_to_the_counter(work: Work) -> None:
    desk = make_desk(work.session)
    draft = make_draft(work.session, desk.filing)
    with pytest.raises(NotFound):
        open_at_counter(acting(work, desk.intake), draft.id)


def test_two_officers_never_write_into_one_draft(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Ma Thị Hai"
    )
    theirs = acting(work, colleague)
    answer = [Answer("request", "Cấp giấy phép khác", work.now)]
    with pytest.raises(HeldAtCounter):
        save_at_counter(theirs, draft_id, answer)
    assert open_at_counter(theirs, draft_id).holder == desk.intake.name

    give_back(acting(work, desk.intake), draft_id)
    save_at_counter(theirs, draft_id, answer)


def test_a_paper_of_the_vault_counts_once_it_was_opened_and_compared(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    make_component(
        work.session, desk.filing.procedure, "G02", required=True, kinds=["pdf"]
    )
    draft_id = make_typed(work, desk)
    document, _ = make_document(
        work,
        None,
        waiting_for=waiting_key(work.secret, NUMBER),
        source=DocumentSource.UPLOAD,
        title="Giấy tờ G02 đã cấp",
    )
    at_desk = acting(work, desk.intake)
    assert document.id in [
        offer.document.id for offer in offers_at_counter(at_desk, draft_id, "G02")
    ]
    file_id = take_from_vault(at_desk, draft_id, "G02", document.id)

    with pytest.raises(RuleViolation) as refused:
        complete(at_desk, draft_id, True, "press")
    assert refused.value.problems == {"G02": "paper_unopened"}
    with pytest.raises(RuleViolation):
        count_paper(at_desk, draft_id, "G02", Counted(originals=1, is_compared=True))

    open_scan(at_desk, file_id)
    with pytest.raises(RuleViolation) as refused:
        complete(at_desk, draft_id, True, "press")
    assert refused.value.problems == {"G02": "paper_uncompared"}

    count_paper(at_desk, draft_id, "G02", Counted(originals=1, is_compared=True))
    assert complete(at_desk, draft_id, True, "press").is_received


def test_a_valid_earlier_result_is_not_scanned_again(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = begin(work, desk)
    make_document(
        work,
        None,
        waiting_for=waiting_key(work.secret, NUMBER),
        source=DocumentSource.RESULT,
        title=desk.filing.component.name,
    )
    at_desk = acting(work, desk.intake)
    assert open_at_counter(at_desk, draft_id).papers["G01"].earlier
    with pytest.raises(RuleViolation) as refused:
        begin_scan(at_desk, draft_id, "G01", "don.pdf", 1000)
    assert refused.value.problems == {"G01": "earlier_result"}


def test_what_was_counted_at_the_counter_stands_on_the_receipt(work: Work) -> None:
    desk = make_desk(work.session)
    draft_id = make_typed(work, desk)
    at_desk = acting(work, desk.intake)
    counted = Counted(originals=1, certified=2, plain=3, is_compared=True)
    count_paper(at_desk, draft_id, "G01", counted)

    done = complete(at_desk, draft_id, True, "press")

    part = receipt_facts(at_desk, done.code).parts[0]
    assert (part.originals, part.certified, part.copies) == (1, 2, 3)


def test_a_paper_nobody_counted_stands_on_the_receipt_by_its_files(work: Work) -> None:
    desk = make_desk(work.session)
    at_desk = acting(work, desk.intake)
    done = complete(at_desk, make_typed(work, desk), True, "press")
    part = receipt_facts(at_desk, done.code).parts[0]
    assert (part.originals, part.certified, part.copies) == (0, 0, 1)


def test_the_counter_opens_a_draft_in_few_statements_however_many_papers(
    work: Work, statements: list[str]
) -> None:
    desk = make_desk(work.session)
    for number in range(2, 12):
        make_component(work.session, desk.filing.procedure, f"G{number:02d}")
    draft_id = make_typed(work, desk)
    open_at_counter(acting(work, desk.intake), draft_id)
    work.session.flush()
    work.session.expunge_all()  # as a page, which begins with nothing read
    statements.clear()

    open_at_counter(acting(work, desk.intake), draft_id)

    asked = [one for one in statements if "office_week" not in one]
    assert len(asked) <= MOST_STATEMENTS, [one[:60] for one in asked]


def test_a_known_persons_account_keeps_the_dossier(work: Work) -> None:
    desk = make_desk(work.session)
    account = make_citizen(
        work.session, citizen_id=NUMBER, birth_date=date(1990, 9, 2), assurance_level=2
    )
    draft_id = begin(work, desk)
    dossier = work.session.get_one(Dossier, draft_id)
    assert dossier.account_id == account.id
    case = select(CounterCase).where(col(CounterCase.dossier_id) == draft_id)
    assert work.session.exec(case).one().to_verify == []


def test_at_home_the_person_reads_while_the_counter_writes(work: Work) -> None:
    desk = make_desk(work.session)
    account = make_citizen(work.session, citizen_id=NUMBER, assurance_level=2)
    draft_id = begin(work, desk)
    at_home = replace(work, actor=citizen_of(account))
    with pytest.raises(Conflict):
        save_answer(at_home, draft_id, "request", "Sửa ở nhà cùng lúc", work.now)
    give_back(acting(work, desk.intake), draft_id)
    save_answer(at_home, draft_id, "request", "Sửa ở nhà sau đó", work.now)


def test_a_draft_at_the_counter_belongs_to_the_unit_that_began_it(work: Work) -> None:
    desk = make_desk(work.session)
    other = make_desk(work.session)
    wish = Wish((other.filing.procedure.code,))
    with pytest.raises(NotFound):
        begin_at_counter(acting(work, desk.intake), make_person(), wish, "press")
