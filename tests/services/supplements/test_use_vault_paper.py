"""A paper of the vault answers what the office asked for, and nobody else's does."""

import dataclasses

import pytest

from services.core.errors import Conflict, NotFound, RuleViolation
from services.files.discard import discard
from services.files.models import FileState, StoredFile
from services.reuse.who_used import who_used
from services.supplements.answer_supplement import answer_supplement
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.rules import slot_of
from services.supplements.use_vault_paper import use_vault_paper, vault_offers
from services.work import Actor, Work
from tests.factories.dossiers import make_citizen
from tests.factories.processing import Desk, acting, make_desk, make_new
from tests.factories.supplements import PAPER, fill_in, make_asked, points_asked
from tests.factories.vault import make_document


@pytest.fixture
def desk(work: Work) -> Desk:
    desk = make_desk(work.session)
    desk.filing.component.name = "Bản sao giấy khai sinh"
    work.session.add(desk.filing.component)
    work.session.flush()
    return desk


@pytest.fixture
def mine(work: Work, desk: Desk) -> Work:
    return acting(work, desk.filing.citizen)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_new(work, desk)


@pytest.fixture
def points(work: Work, desk: Desk, code: str) -> dict[TargetKind, SupplementPoint]:
    return points_asked(work, make_asked(work, desk, code).request_id)


Points = dict[TargetKind, SupplementPoint]


def test_every_point_that_takes_files_is_offered_the_best_paper_first(
    mine: Work, desk: Desk, code: str, points: Points
) -> None:
    make_document(mine, desk.filing.account.id, title="Bằng", kind="degree")
    birth, _ = make_document(mine, desk.filing.account.id)

    found = {one.point_id: one for one in vault_offers(mine, code)}

    assert set(found) == {
        points[TargetKind.COMPONENT].id,
        points[TargetKind.FREE].id,
    }
    paper = found[points[TargetKind.COMPONENT].id]
    assert paper.offers[0].document.id == birth.id
    assert (paper.fitting, found[points[TargetKind.FREE].id].fitting) == (1, 0)


def test_a_paper_answers_the_point_once_and_goes_off_with_it(
    work: Work, mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id)
    point = points[TargetKind.COMPONENT]

    used = use_vault_paper(mine, code, point.id, document.id, agreed=True)
    again = use_vault_paper(mine, code, point.id, document.id, agreed=True)

    assert (used.is_new, again.is_new) == (True, False)
    assert again.file_id == used.file_id
    copy = mine.session.get_one(StoredFile, used.file_id)
    assert (copy.slot, copy.state) == (slot_of(point.id), FileState.ACCEPTED)
    [use] = who_used(mine, document.id)
    assert use.dossier_code == code
    fill_in(work, code, point.request_id, desk.filing.citizen)
    assert answer_supplement(mine, code).code == code
    mine.session.refresh(copy)
    assert copy.sealed_at is not None


def test_taken_out_again_it_can_be_put_in_anew(
    mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id)
    point = points[TargetKind.COMPONENT]
    first = use_vault_paper(mine, code, point.id, document.id, agreed=True)
    discard(mine, first.file_id)
    assert use_vault_paper(mine, code, point.id, document.id, agreed=True).is_new


def test_without_consent_nothing_is_put_in(
    mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id)
    point = points[TargetKind.COMPONENT]
    with pytest.raises(RuleViolation) as refusal:
        use_vault_paper(mine, code, point.id, document.id, agreed=False)
    assert refusal.value.problems == {slot_of(point.id): "document_consent"}


def test_a_revoked_paper_answers_nothing(
    mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id, revoked_at=mine.now)
    point = points[TargetKind.COMPONENT]
    with pytest.raises(RuleViolation) as refusal:
        use_vault_paper(mine, code, point.id, document.id, agreed=True)
    assert refusal.value.problems == {slot_of(point.id): "document_revoked"}


def test_a_field_takes_no_paper(
    mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id)
    with pytest.raises(NotFound):
        use_vault_paper(
            mine, code, points[TargetKind.FIELD].id, document.id, agreed=True
        )


def test_after_the_answer_went_off_nothing_is_added(
    work: Work, mine: Work, desk: Desk, code: str, points: Points
) -> None:
    document, _ = make_document(mine, desk.filing.account.id)
    point = points[TargetKind.COMPONENT]
    fill_in(work, code, point.request_id, desk.filing.citizen)
    answer_supplement(mine, code)
    assert vault_offers(mine, code) == ()
    with pytest.raises(Conflict):
        use_vault_paper(mine, code, point.id, document.id, agreed=True)


def test_a_stranger_and_somebody_else_s_paper_are_nowhere(
    work: Work, mine: Work, desk: Desk, code: str, points: Points
) -> None:
    other = make_citizen(work.session)
    theirs = dataclasses.replace(work, actor=Actor(account_id=other.id, browser="b"))
    document, _ = make_document(theirs, other.id)
    point = points[TargetKind.COMPONENT]
    with pytest.raises(NotFound):
        vault_offers(theirs, code)
    with pytest.raises(NotFound):
        use_vault_paper(theirs, code, point.id, document.id, agreed=True)
    with pytest.raises(NotFound):
        use_vault_paper(mine, code, point.id, document.id, agreed=True)


def test_a_request_with_no_place_for_a_paper_offers_none(
    work: Work, desk: Desk, mine: Work
) -> None:
    other = make_new(work, desk)
    make_asked(work, desk, other, PAPER)
    [one] = vault_offers(mine, other)
    assert one.offers == ()
