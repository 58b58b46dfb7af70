"""Own, shared, over, ended, revoked, other person, officer, anonymous × every act."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier
from services.dossiers.open_file import open_file
from services.dossiers.submit import submit_dossier
from services.files.read import OpenedFile
from services.reuse.remove_document import remove_document
from services.reuse.use_document import use_document
from services.reuse.who_used import who_used
from services.vault.list_documents import DocumentFilter, list_documents
from services.vault.models import DocumentShare
from services.vault.open_shared import open_shared, read_shared
from services.vault.revoke_official import revoke_official
from services.vault.share import Shared, end_share, share
from services.vault.show_document import show_document
from services.work import Role, Work
from tests.factories.dossiers import (
    Filing,
    make_draft,
    make_filing,
    make_officer,
    make_proof,
)
from tests.factories.vault import PDF, acting, make_document, visitor

SEEN, HIDDEN = True, False


@dataclass
class World:
    """One paper, in a dossier that was handed in, and shared in every way."""

    work: Work
    filing: Filing
    document_id: UUID
    file_id: UUID
    copy_id: UUID  # what the dossier holds
    shared: Shared
    stranger: Work

    @property
    def owner(self) -> Work:
        return dataclasses.replace(self.work, actor=self.filing.citizen)

    @property
    def officer(self) -> Work:
        return dataclasses.replace(self.work, actor=self.filing.officer)

    @property
    def other_officer(self) -> Work:
        elsewhere = make_filing(self.work.session).agency.id
        return dataclasses.replace(self.work, actor=make_officer(elsewhere))

    @property
    def anonymous(self) -> Work:
        return visitor(self.work)


@pytest.fixture
def world(work: Work) -> World:
    filing = make_filing(work.session)
    owner = dataclasses.replace(work, actor=filing.citizen)
    document, file = make_document(work, filing.account.id)
    draft = make_draft(work.session, filing)
    used = use_document(owner, draft.id, "G01", document.id, agreed=True)
    done = submit_dossier(owner, draft.id, True, make_proof(owner))
    assert done.submitted is not None
    stranger = make_filing(work.session).account
    return World(
        work,
        filing,
        document.id,
        file.id,
        used.file_id,
        share(owner, document.id, 7),
        acting(work, stranger),
    )


def sees(act: Callable[[], object]) -> bool:
    """Tell whether the act shows anything; a refusal is one and the same."""
    try:
        return bool(act())
    except (NotFound, Forbidden):
        return False


WHO = {
    # who: list, show, uses, own file, the dossier's copy
    "owner": (SEEN, SEEN, SEEN, SEEN, SEEN),
    "stranger": (HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN),
    "officer": (HIDDEN, HIDDEN, HIDDEN, HIDDEN, SEEN),
    "other_officer": (HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN),
    "anonymous": (HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN),
}


@pytest.mark.parametrize("who", WHO)
def test_a_paper_is_its_owners_and_an_officers_only_through_a_dossier(
    world: World, who: str
) -> None:
    work: Work = getattr(world, who)
    acts = (
        lambda: list_documents(work, DocumentFilter()).documents,
        lambda: show_document(work, world.document_id),
        lambda: who_used(work, world.document_id),
        lambda: open_file(work, world.file_id).data == PDF,
        lambda: open_file(work, world.copy_id).data == PDF,
    )

    assert tuple(sees(act) for act in acts) == WHO[who]


@pytest.mark.parametrize("who", [who for who in WHO if who != "owner"])
def test_nobody_else_shares_uses_or_removes_it(world: World, who: str) -> None:
    work: Work = getattr(world, who)
    draft = make_draft(world.work.session, world.filing)

    for act in (
        lambda: share(work, world.document_id, 1),
        lambda: end_share(work, world.shared.share_id),
        lambda: remove_document(work, world.document_id),
        lambda: use_document(work, draft.id, "G01", world.document_id, True),
    ):
        with pytest.raises((NotFound, Forbidden)):
            act()

    assert show_document(world.owner, world.document_id).shares[0].is_open


def test_another_persons_paper_does_not_come_into_ones_own_draft(
    world: World,
) -> None:
    theirs = make_filing(world.work.session)
    draft = make_draft(world.work.session, theirs)
    work = dataclasses.replace(world.work, actor=theirs.citizen)

    with pytest.raises(NotFound):
        use_document(work, draft.id, "G01", world.document_id, True)


def test_an_officer_of_the_draft_sees_nothing_of_what_was_only_begun(
    world: World,
) -> None:
    draft = make_draft(world.work.session, world.filing)
    used = use_document(world.owner, draft.id, "G01", world.document_id, True)
    processing = make_officer(world.filing.agency.id, Role.PROCESSING)

    with pytest.raises(NotFound):
        open_file(dataclasses.replace(world.work, actor=processing), used.file_id)


def shared_file(world: World) -> OpenedFile | None:
    """Return what the holder of the code gets, by their own browser."""
    opened = open_shared(world.anonymous, world.shared.code)
    if opened.shown is None:
        return None
    return read_shared(world.anonymous, opened.shown.ticket)


def lapse(world: World) -> None:
    lent = world.work.session.get_one(DocumentShare, world.shared.share_id)
    lent.until = world.work.now - timedelta(seconds=1)
    world.work.session.flush()


SHARES: dict[str, tuple[Callable[[World], object], bool]] = {
    "standing": (lambda world: None, SEEN),
    "over": (lapse, HIDDEN),
    "ended": (lambda world: end_share(world.owner, world.shared.share_id), HIDDEN),
}


@pytest.mark.parametrize("case", SHARES)
def test_a_code_opens_while_its_share_stands(world: World, case: str) -> None:
    happen, opens = SHARES[case]
    happen(world)

    file = shared_file(world)

    assert (file is not None and file.data == PDF) is opens


@pytest.mark.parametrize("case", ["over", "ended"])
def test_a_pass_given_before_dies_with_its_share(world: World, case: str) -> None:
    opened = open_shared(world.anonymous, world.shared.code)
    assert opened.shown is not None
    SHARES[case][0](world)

    with pytest.raises(NotFound):
        read_shared(world.anonymous, opened.shown.ticket)


def test_a_pass_is_for_one_browser_and_a_quarter_of_an_hour(world: World) -> None:
    opened = open_shared(world.anonymous, world.shared.code)
    assert opened.shown is not None
    ticket = opened.shown.ticket
    later = dataclasses.replace(
        world.anonymous, now=world.work.now + timedelta(minutes=16)
    )

    for work in (visitor(world.work, "another"), later):
        with pytest.raises(NotFound):
            read_shared(work, ticket)
    with pytest.raises(NotFound):
        read_shared(world.anonymous, ticket[:-4] + "AAAA")


def test_a_revoked_paper_is_told_of_but_not_read_and_not_used(work: Work) -> None:
    filing = make_filing(work.session)
    owner = dataclasses.replace(work, actor=filing.citizen)
    document, _ = make_document(work, filing.account.id, origin="result:1")
    code = share(owner, document.id, 1).code

    revoke_official(work, "result:1", "cấp lại")

    opened = open_shared(visitor(work), code)
    assert opened.shown is not None
    assert opened.shown.document.state == "revoked"
    with pytest.raises(NotFound):
        read_shared(visitor(work), opened.shown.ticket)
    assert show_document(owner, document.id).document.revoked_reason == "cấp lại"


def test_what_is_not_there_reads_like_what_is_not_yours(world: World) -> None:
    for document_id in (world.document_id, uuid4()):
        with pytest.raises(NotFound) as refusal:
            show_document(world.stranger, document_id)
        assert refusal.value.args == ("document",)


def test_the_dossier_keeps_its_copy_whatever_becomes_of_the_paper(
    world: World,
) -> None:
    dossier = world.work.session.get_one(
        Dossier, who_used(world.owner, world.document_id)[0].dossier_id
    )

    frozen = dossier.frozen["components"][0]["files"][0]

    assert frozen["id"] == str(world.copy_id) != str(world.file_id)
