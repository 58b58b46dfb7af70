"""Photos of a paper are gathered, put in order, bound, and taken apart again (R20)."""

import dataclasses
from io import BytesIO
from uuid import UUID

import pypdfium2
import pytest
from pypdf import PdfReader

from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.begin_upload import begin_upload
from services.dossiers.bind_pages import bind_pages_of
from services.dossiers.check_components import component_problems
from services.dossiers.models import Dossier
from services.dossiers.queries import load_own
from services.files.append import append
from services.files.arrange_pages import keep_page, move_page, turn_page
from services.files.bind_pages import unbind_pages
from services.files.discard import discard, restore
from services.files.inspect_file import inspect_file
from services.files.make_bound import make_bound
from services.files.models import FileState, StoredFile
from services.files.pages import bound_pages, loose_pages
from services.files.queries import files_of
from services.files.sweep import sweep
from services.files.verdicts import FileKind
from services.work import SYSTEM, Actor, Work
from tests.conftest import NOON
from tests.factories.accounts import make_account
from tests.factories.certificates import DAY
from tests.factories.files import make_stored_file
from tests.services.files.photos import blank_page, cornered, jpeg
from tests.services.files.sending import jobs, row, send

SLOT = "G01"


def make_page(
    work: Work, draft: Dossier, colour: str = "red", **values: object
) -> UUID:
    """Return an accepted photo that waits, its bytes in the store."""
    owner_id = work.actor.account_id
    assert owner_id is not None
    data = jpeg(cornered())
    given = {"kind": "jpeg", "is_page": True, "declared_size": len(data)}
    page = make_stored_file(work.session, owner_id, draft.id, **given | values)
    work.storage.put(page.key, data)
    return page.id


def order(work: Work, draft: Dossier) -> list[UUID]:
    return [page.id for page in loose_pages(work.session, draft.id, SLOT)]


def bind_and_make(work: Work, draft: Dossier) -> StoredFile:
    made_id = bind_pages_of(work, draft.id, SLOT)
    assert made_id is not None
    make_bound(dataclasses.replace(work, actor=SYSTEM), made_id)
    return row(work, made_id)


def problems(work: Work, draft: Dossier) -> dict[str, str]:
    own = load_own(work, draft.id)
    return component_problems(own, files_of(work.session, draft.id))


def test_a_photo_becomes_a_page_and_a_pdf_does_not(mine: Work, draft: Dossier) -> None:
    photo = send(mine, draft.id, jpeg(cornered()), "IMG_1.jpg")
    paper = send(mine, draft.id, b"%PDF-", "đơn.pdf")

    assert row(mine, photo).is_page
    assert not row(mine, paper).is_page


def test_where_only_pictures_are_taken_a_photo_stays_one(
    mine: Work, draft: Dossier
) -> None:
    draft_papers = load_own(mine, draft.id).catalogue.components
    assert draft_papers
    component = mine.session.get_one(type(draft_papers[0]), draft_papers[0].id)
    component.kinds = ["jpg", "png"]
    mine.session.add(component)
    mine.session.flush()

    upload = begin_upload(mine, draft.id, SLOT, "chân dung.jpg", 100)

    assert not row(mine, upload.id).is_page


def test_an_empty_sheet_is_doubted_when_it_arrives(mine: Work, draft: Dossier) -> None:
    page = send(mine, draft.id, jpeg(blank_page()), "trang.jpg")

    inspect_file(dataclasses.replace(mine, actor=SYSTEM), page)

    assert (row(mine, page).state, row(mine, page).doubts) == (
        FileState.ACCEPTED,
        ["blank"],
    )


def test_pages_change_places_with_their_neighbours(mine: Work, draft: Dossier) -> None:
    first, second, third = (make_page(mine, draft, position=at) for at in range(3))

    move_page(mine, third, down=False)
    assert order(mine, draft) == [first, third, second]
    move_page(mine, first, down=True)
    assert order(mine, draft) == [third, first, second]
    move_page(mine, third, down=False)
    move_page(mine, second, down=True)
    assert order(mine, draft) == [third, first, second]


def test_a_stranger_changes_no_page(mine: Work, draft: Dossier) -> None:
    page = make_page(mine, draft)
    stranger = make_account(mine.session)
    theirs = dataclasses.replace(mine, actor=Actor(account_id=stranger.id))

    for act in (turn_page, keep_page, unbind_pages):
        with pytest.raises(NotFound):
            act(theirs, page)
    with pytest.raises(NotFound):
        bind_pages_of(theirs, draft.id, SLOT)


def test_loose_pages_are_no_paper_yet(mine: Work, draft: Dossier) -> None:
    make_page(mine, draft)

    assert problems(mine, draft) == {SLOT: "pages_loose"}


def test_bound_pages_are_one_pdf_named_after_the_paper(
    mine: Work, draft: Dossier
) -> None:
    pages = [make_page(mine, draft, position=at) for at in range(2)]
    turn_page(mine, pages[1])

    made = bind_and_make(mine, draft)

    assert (made.state, made.kind, made.pages) == (FileState.ACCEPTED, "pdf", 2)
    assert made.name == "Giấy tờ G01.pdf"
    assert made.has_thumbnail
    pdf = mine.storage.read(made.key)
    assert made.declared_size == made.received == len(pdf)
    sides = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    assert [box.width > box.height for box in sides] == [False, True]
    assert pypdfium2.PdfDocument(pdf)[0].get_size()
    assert [file.id for file in files_of(mine.session, draft.id)] == [made.id]
    assert problems(mine, draft) == {}


def test_pressing_twice_makes_one_pdf(mine: Work, draft: Dossier) -> None:
    make_page(mine, draft)

    first = bind_pages_of(mine, draft.id, SLOT)
    second = bind_pages_of(mine, draft.id, SLOT)

    assert (first is not None, second) == (True, None)
    assert jobs(mine).count(("files.make_bound", str(first))) == 1


def test_a_doubt_is_answered_before_the_page_is_used(
    mine: Work, draft: Dossier
) -> None:
    page = make_page(mine, draft, doubts=["blurred"])

    with pytest.raises(RuleViolation) as refused:
        bind_pages_of(mine, draft.id, SLOT)
    keep_page(mine, page)

    assert refused.value.problems == {SLOT: "pages_doubted"}
    assert bind_pages_of(mine, draft.id, SLOT) is not None


@pytest.mark.parametrize(
    ("state", "problem"),
    [
        (FileState.RECEIVING, "file_sending"),
        (FileState.CHECKING, "file_checking"),
        (FileState.REFUSED, "file_refused"),
    ],
)
def test_pages_that_are_not_ready_are_waited_for(
    mine: Work, draft: Dossier, state: FileState, problem: str
) -> None:
    make_page(mine, draft)
    make_page(mine, draft, state=state)

    with pytest.raises(RuleViolation) as refused:
        bind_pages_of(mine, draft.id, SLOT)

    assert refused.value.problems == {SLOT: problem}


def test_a_pdf_is_taken_apart_before_pages_added_later(
    mine: Work, draft: Dossier
) -> None:
    first = make_page(mine, draft)
    made = bind_and_make(mine, draft)
    later = make_page(mine, draft)

    unbind_pages(mine, made.id)

    assert order(mine, draft) == [first, later]
    assert files_of(mine.session, draft.id) == list(
        loose_pages(mine.session, draft.id, SLOT)
    )
    again = bind_and_make(mine, draft)
    assert again.pages == 2


def test_a_pdf_taken_apart_while_it_is_made_is_not_kept(
    mine: Work, draft: Dossier
) -> None:
    make_page(mine, draft)
    made_id = bind_pages_of(mine, draft.id, SLOT)
    assert made_id is not None
    unbind_pages(mine, made_id)

    make_bound(mine, made_id)

    made = row(mine, made_id)
    assert made.state is FileState.REFUSED
    assert made.sha256 == ""


def test_what_cannot_be_made_is_refused_and_its_pages_stay(
    mine: Work, draft: Dossier
) -> None:
    page = make_page(mine, draft)
    mine.storage.put(row(mine, page).key, b"no picture")

    made = bind_and_make(mine, draft)

    assert (made.state, made.fault) == (FileState.REFUSED, "broken")
    assert problems(mine, draft) == {SLOT: "file_refused"}
    unbind_pages(mine, made.id)
    assert order(mine, draft) == [page]


def test_a_removed_pdf_comes_back_with_its_pages(mine: Work, draft: Dossier) -> None:
    page = make_page(mine, draft)
    made = bind_and_make(mine, draft)
    discard(mine, made.id)
    assert files_of(mine.session, draft.id) == []

    restore(mine, made.id)
    unbind_pages(mine, made.id)

    assert order(mine, draft) == [page]


def test_pages_in_a_pdf_are_not_moved_or_turned(mine: Work, draft: Dossier) -> None:
    page = make_page(mine, draft)
    bind_and_make(mine, draft)

    with pytest.raises(NotFound):
        turn_page(mine, page)


def test_what_was_handed_in_is_not_taken_apart(mine: Work, draft: Dossier) -> None:
    make_page(mine, draft)
    made = bind_and_make(mine, draft)
    made.sealed_at = NOON
    mine.session.add(made)

    with pytest.raises(Conflict):
        unbind_pages(mine, made.id)


def test_photos_stay_until_the_pdf_is_handed_in(mine: Work, draft: Dossier) -> None:
    page = make_page(mine, draft)
    made = bind_and_make(mine, draft)
    key = row(mine, page).key
    sweep(dataclasses.replace(mine, actor=SYSTEM, now=NOON + 2 * DAY))
    assert mine.storage.read(key)

    made.sealed_at = NOON
    mine.session.add(made)
    sweep(dataclasses.replace(mine, actor=SYSTEM, now=NOON + 2 * DAY))

    assert bound_pages(mine.session, made.id) == []
    with pytest.raises(FileNotFoundError):
        mine.storage.read(key)
    assert mine.storage.read(made.key)


def test_a_file_larger_than_usual_is_taken_where_the_paper_allows_it(
    mine: Work, draft: Dossier
) -> None:
    component = load_own(mine, draft.id).catalogue.components[0]
    stored = mine.session.get_one(type(component), component.id)
    with pytest.raises(RuleViolation):
        begin_upload(mine, draft.id, SLOT, "bản vẽ.pdf", 11 << 20)
    stored.max_megabytes = 30
    mine.session.add(stored)
    mine.session.flush()

    assert begin_upload(mine, draft.id, SLOT, "bản vẽ.pdf", 11 << 20).offset == 0
    assert FileKind.PDF in row(mine, _last(mine, draft)).kinds


def _last(work: Work, draft: Dossier) -> UUID:
    return files_of(work.session, draft.id)[-1].id


def test_a_page_arrives_in_pieces_like_any_file(mine: Work, draft: Dossier) -> None:
    data = jpeg(cornered())
    upload = begin_upload(mine, draft.id, SLOT, "a.jpg", len(data))

    append(mine, upload.id, 0, data[:1000])
    append(mine, upload.id, 1000, data[1000:])

    assert row(mine, upload.id).state is FileState.CHECKING
