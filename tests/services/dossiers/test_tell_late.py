"""Promises missed are told once; drafts nobody goes on with are told of, then go."""

import dataclasses
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from services.core.errors import Forbidden
from services.dossiers.expire_drafts import (
    KEPT,
    NOTICE,
    REMINDED,
    drafts_to_remove,
    remind_of_drafts,
    remove_expired,
)
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.tell_late import tell_late
from services.files.models import StoredFile
from services.notifications.models import Notification, Subject
from services.work import Work
from tests.conftest import NOON
from tests.factories.delegations import make_delegation, rest_on
from tests.factories.dossiers import (
    Filing,
    make_citizen,
    make_filing,
    make_ready_draft,
    make_submitted,
)

SECOND = timedelta(seconds=1)


def at(work: Work, moment: datetime) -> Work:
    return dataclasses.replace(work, now=moment)


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def submitted(work: Work, filing: Filing) -> Dossier:
    handed_in = make_submitted(work, filing)
    return work.session.get_one(Dossier, handed_in.dossier_id)


def test_handing_in_is_told_with_its_promise(work: Work) -> None:
    dossier = submitted(work, make_filing(work.session))

    [notice] = told(work, Subject.SUBMITTED)

    assert notice.path == f"/ho-so/{dossier.code}"
    assert notice.facts["code"] == dossier.code
    assert dossier.receive_by is not None
    assert notice.facts["day"] == dossier.receive_by.isoformat()


def test_a_dossier_nobody_answers_is_told_of_once(work: Work) -> None:
    dossier = submitted(work, make_filing(work.session))
    assert dossier.receive_by is not None

    assert tell_late(at(work, dossier.receive_by)) == 0
    late = at(work, dossier.receive_by + SECOND)
    assert tell_late(late) == 1
    assert tell_late(at(late, late.now + timedelta(days=1))) == 0

    [notice] = told(work, Subject.LATE)
    assert notice.account_id == dossier.account_id


@pytest.mark.parametrize(
    "status", [DossierStatus.SUPPLEMENT, DossierStatus.RETURNED, DossierStatus.REFUSED]
)
def test_while_the_clock_stands_still_nothing_is_late(
    work: Work, status: DossierStatus
) -> None:
    dossier = submitted(work, make_filing(work.session))
    dossier.status, dossier.due_at = status, NOON

    assert tell_late(at(work, NOON + timedelta(days=9))) == 0


def test_a_day_that_can_hardly_be_kept_is_told_and_a_new_day_is_a_new_promise(
    work: Work,
) -> None:
    dossier = submitted(work, make_filing(work.session))
    dossier.status = DossierStatus.PROCESSING
    dossier.due_at = NOON + timedelta(days=1)  # 8 working hours from here
    assert tell_late(work) == 0

    near = at(work, NOON + timedelta(hours=20))
    assert tell_late(near) == 1
    assert tell_late(near) == 0

    dossier.due_at = NOON + timedelta(days=7, microseconds=5)
    assert tell_late(at(work, NOON + timedelta(days=8))) == 1
    assert tell_late(at(work, NOON + timedelta(days=8))) == 0
    assert len(told(work, Subject.LATE)) == 2


def test_the_owner_is_told_and_the_delegate_while_the_right_holds(work: Work) -> None:
    filing, owner = make_filing(work.session), make_citizen(work.session)
    delegation = make_delegation(work.session, filing.account, owner)
    dossier = submitted(work, filing)
    rest_on(work.session, dossier, delegation)
    assert dossier.receive_by is not None
    late = at(work, dossier.receive_by + SECOND)

    tell_late(late)
    both = {notice.account_id for notice in told(work, Subject.LATE)}
    assert both == {owner.id, filing.account.id}

    delegation.revoked_at = late.now
    dossier.status, dossier.due_at = DossierStatus.PROCESSING, late.now
    tell_late(at(late, late.now + SECOND))
    assert len(told(work, Subject.LATE)) == 3


def test_an_old_draft_is_told_of_then_removed_with_its_files(work: Work) -> None:
    filing = make_filing(work.session)
    draft = make_ready_draft(work.session, filing)
    assert remind_of_drafts(at(work, NOON + REMINDED)) == 0

    reminding = at(work, NOON + REMINDED + SECOND)
    assert remind_of_drafts(reminding) == 1
    assert remind_of_drafts(reminding) == 0
    [notice] = told(work, Subject.DRAFT_EXPIRING)
    assert notice.facts["day"] == "2027-02-21"

    ended = at(work, NOON + KEPT + SECOND)
    assert list(drafts_to_remove(ended)) == [draft.id]
    assert remove_expired(ended, draft.id)
    assert not remove_expired(ended, draft.id)
    assert work.session.get(Dossier, draft.id) is None
    files = work.session.exec(select(StoredFile)).all()
    assert files
    assert all(file.removed_at == ended.now for file in files)


def test_a_draft_gone_on_with_stays(work: Work) -> None:
    draft = make_ready_draft(work.session, make_filing(work.session))
    remind_of_drafts(at(work, NOON + REMINDED + SECOND))
    draft.updated_at = NOON + REMINDED + timedelta(days=1)
    work.session.add(draft)

    ended = at(work, NOON + KEPT + SECOND)

    assert list(drafts_to_remove(ended)) == []
    assert not remove_expired(ended, draft.id)


def test_no_draft_goes_without_a_weeks_warning(work: Work) -> None:
    make_ready_draft(work.session, make_filing(work.session))
    late = NOON + timedelta(days=200)  # the worker was away
    assert list(drafts_to_remove(at(work, late))) == []

    remind_of_drafts(at(work, late))

    assert list(drafts_to_remove(at(work, late + NOTICE - SECOND))) == []
    assert len(drafts_to_remove(at(work, late + NOTICE))) == 1


def test_only_the_worker_does_this(work: Work) -> None:
    filing = make_filing(work.session)
    mine = dataclasses.replace(work, actor=filing.citizen)
    for act in (tell_late, remind_of_drafts, drafts_to_remove):
        with pytest.raises(Forbidden):
            act(mine)
