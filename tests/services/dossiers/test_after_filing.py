"""Copies, the usual time, and what a list of dossiers listens to."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import col, func, select

from services.accounts.models import Account, Party
from services.core.errors import NotFound, RuleViolation
from services.delegations.models import DelegationKind
from services.dossiers.copy_dossier import copy_dossier
from services.dossiers.mail_acknowledgement import (
    deliver_acknowledgement,
    mail_acknowledgement,
)
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.show_copy import show_copy
from services.dossiers.usual_time import FEWEST, count_usual_time
from services.dossiers.watched import watched_topics
from services.files.models import StoredFile
from services.signals import person_topic
from services.work import Actor, Work
from tests.conftest import NOON
from tests.factories.delegations import make_delegation
from tests.factories.dossiers import make_citizen
from tests.factories.processing import Desk, acting, dossier_of, make_desk, make_new
from tests.fakes import FakeMail


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def with_bytes(work: Work, code: str) -> StoredFile:
    dossier = dossier_of(work, code)
    query = select(StoredFile).where(StoredFile.subject_id == dossier.id)
    file = work.session.exec(query).one()
    work.storage.put(file.key, b"%PDF-1.7 the same bytes")
    return file


def test_a_copy_is_a_draft_with_answers_and_the_chosen_files(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    file = with_bytes(work, code)

    draft_id = copy_dossier(acting(work, desk.filing.citizen), code, [file.id], "1")

    draft = work.session.get_one(Dossier, draft_id)
    old = dossier_of(work, code)
    assert draft.status is DossierStatus.DRAFT
    assert draft.answers["request"] == old.answers["request"]
    assert draft.agency_id == old.agency_id
    query = select(StoredFile).where(StoredFile.subject_id == draft_id)
    copied = work.session.exec(query).one()
    assert copied.id != file.id
    assert copied.sealed_at is None
    assert copied.sha256 == file.sha256
    assert work.storage.read(copied.key) == b"%PDF-1.7 the same bytes"


def test_pressed_twice_there_is_one_copy(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    file = with_bytes(work, code)
    mine = acting(work, desk.filing.citizen)

    first, again = (copy_dossier(mine, code, [file.id], "1") for _ in range(2))

    assert first == again
    query = select(func.count()).where(StoredFile.subject_id == first)
    assert work.session.exec(query).one() == 1
    assert copy_dossier(mine, code, [], "2") != first


def test_files_not_chosen_and_foreign_ones_stay_behind(work: Work, desk: Desk) -> None:
    code, other = make_new(work, desk), make_new(work, make_desk(work.session))
    with_bytes(work, code)
    foreign = with_bytes(work, other)

    draft_id = copy_dossier(acting(work, desk.filing.citizen), code, [foreign.id], "1")

    query = select(func.count()).where(StoredFile.subject_id == draft_id)
    assert work.session.exec(query).one() == 0


def test_a_copy_is_filed_for_oneself(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    owner = make_citizen(work.session)
    old = dossier_of(work, code)
    old.principal_id = owner.id
    old.delegation_id = make_delegation(work.session, desk.filing.account, owner).id
    work.session.add(old)
    work.session.flush()

    draft_id = copy_dossier(acting(work, desk.filing.citizen), code, [], "1")

    draft = work.session.get_one(Dossier, draft_id)
    assert (draft.delegation_id, draft.principal_id) == (None, None)


def test_a_stranger_copies_nothing(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    stranger = acting(work, Actor(account_id=make_citizen(work.session).id))

    with pytest.raises(NotFound):
        copy_dossier(stranger, code, [], "1")
    with pytest.raises(NotFound):
        show_copy(stranger, code)


def finished(work: Work, desk: Desk, days: list[float], late: int = 0) -> None:
    for number, took in enumerate(days):
        done = NOON - timedelta(days=1)
        received = done - timedelta(days=took)
        due = received if number < late else done
        work.session.add(
            Dossier(
                status=DossierStatus.RETURNED,
                account_id=desk.filing.account.id,
                procedure_id=desk.filing.procedure.id,
                agency_id=desk.filing.agency.id,
                received_at=received,
                finished_at=done,
                due_at=due,
                created_at=NOON,
                updated_at=NOON,
            )
        )
    work.session.flush()


def test_the_usual_time_is_the_median_and_what_eight_of_ten_took(
    work: Work, desk: Desk
) -> None:
    finished(work, desk, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], late=2)

    usual = count_usual_time(
        work.session, desk.filing.agency.id, desk.filing.procedure.id, NOON
    )

    assert (usual.median_days, usual.most_days) == (6, 9)
    assert (usual.count, usual.late_percent) == (11, 18)


def test_too_few_dossiers_say_nothing(work: Work, desk: Desk) -> None:
    finished(work, desk, [1.0] * (FEWEST - 1))

    usual = count_usual_time(
        work.session, desk.filing.agency.id, desk.filing.procedure.id, NOON
    )

    assert usual.count == FEWEST - 1
    assert usual.median_days is None


def test_only_the_last_ninety_days_of_this_unit_count(work: Work, desk: Desk) -> None:
    finished(work, desk, [1.0] * FEWEST)
    later = NOON + timedelta(days=91)
    ids = (desk.filing.agency.id, desk.filing.procedure.id)

    assert count_usual_time(work.session, *ids, later).count == 0
    elsewhere = make_desk(work.session).filing.agency.id
    assert count_usual_time(work.session, elsewhere, ids[1], NOON).count == 0


def test_a_manager_listens_to_the_dossiers_of_the_organisation(work: Work) -> None:
    manager = make_citizen(work.session)
    firm = make_citizen(work.session, party=Party.ENTERPRISE, full_name="Công ty A")
    delegation = make_delegation(
        work.session,
        manager,
        firm,
        kind=DelegationKind.ORGANISATION,
        is_manager=True,
    )
    mine = acting(work, Actor(account_id=manager.id))

    assert person_topic(firm.id) in watched_topics(mine)
    delegation.revoked_at = work.now
    work.session.add(delegation)
    work.session.flush()
    assert person_topic(firm.id) not in watched_topics(mine)


def test_nobody_elses_dossiers_are_listened_to(work: Work) -> None:
    mine = acting(work, Actor(account_id=make_citizen(work.session).id))
    others = work.session.exec(select(col(Dossier.account_id))).all()

    topics = watched_topics(dataclasses.replace(mine))

    assert not {person_topic(one) for one in others} & set(topics)


def test_the_letter_holds_a_link_and_no_personal_data(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    account = work.session.get_one(Account, desk.filing.account.id)
    account.email = "tuyet@example.vn"
    work.session.add(account)
    dossier = dossier_of(work, code)

    shown = mail_acknowledgement(acting(work, desk.filing.citizen), code)
    deliver_acknowledgement(work, dossier.id, account.id, "now")

    assert shown.endswith("@example.vn")
    assert "tuyet@" not in shown
    mail = work.systems.mail
    assert isinstance(mail, FakeMail)
    [letter] = mail.sent
    assert f"/ho-so/{code}/bien-nhan" in letter.text
    assert account.full_name not in letter.subject + letter.text


def test_without_an_email_no_letter_goes(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)

    with pytest.raises(RuleViolation):
        mail_acknowledgement(acting(work, desk.filing.citizen), code)


def test_nobody_has_the_receipt_of_another_mailed(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    stranger = make_citizen(work.session, email="ai.do@example.vn")

    with pytest.raises(NotFound):
        mail_acknowledgement(acting(work, Actor(account_id=stranger.id)), code)
