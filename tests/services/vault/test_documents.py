"""One's own papers: kept, described, searched, replaced, warned of, corrected."""

import dataclasses
from datetime import date, timedelta

import pytest
from sqlmodel import select

from services.accounts.models import Account
from services.core.errors import NotFound, RuleViolation
from services.files.append import append
from services.files.discard import discard
from services.files.models import FileState, StoredFile
from services.notifications.models import Notification, Subject
from services.vault.ask_correction import ask_correction
from services.vault.describe import Description, describe, rename
from services.vault.keep_upload import keep_upload, replace_upload
from services.vault.list_documents import (
    DocumentFilter,
    DocumentPage,
    Order,
    list_documents,
)
from services.vault.models import DocumentSource, VaultDocument
from services.vault.show_document import show_document
from services.vault.warn_expiring import warn_expiring
from services.work import Work
from tests.factories.dossiers import make_citizen
from tests.factories.vault import acting, make_document, make_version

TODAY = date(2026, 11, 23)


@pytest.fixture
def account(work: Work) -> Account:
    return make_citizen(work.session)


@pytest.fixture
def owner(work: Work, account: Account) -> Work:
    return acting(work, account)


def titles(page: DocumentPage) -> list[str]:
    return [one.document.title for one in page.documents]


def test_a_paper_is_there_once_its_file_has_arrived(owner: Work) -> None:
    upload = keep_upload(owner, "Giấy khai sinh.pdf", 3)
    begun = list_documents(owner, DocumentFilter())
    assert (begun.total, len(begun.arriving)) == (0, 1)

    append(owner, upload.id, 0, b"abc")

    [listed] = list_documents(owner, DocumentFilter()).documents
    assert listed.document.title == "Giấy khai sinh"
    assert listed.document.kind == "birth_certificate"
    assert listed.document.state == "checking"
    assert not listed.document.is_official


def test_a_paper_whose_upload_was_cancelled_is_not_there(owner: Work) -> None:
    upload = keep_upload(owner, "x.pdf", 3)
    append(owner, upload.id, 0, b"abc")

    discard(owner, upload.id)

    assert list_documents(owner, DocumentFilter()).held == 0


def test_the_old_version_stands_until_the_new_one_is_accepted(
    work: Work, owner: Work, account: Account
) -> None:
    document, first = make_document(work, account.id)
    upload = replace_upload(owner, document.id, "mới.pdf", 3)
    append(owner, upload.id, 0, b"abc")
    assert show_document(owner, document.id).document.file_id == first.id

    second = work.session.get_one(StoredFile, upload.id)
    second.state = FileState.ACCEPTED
    work.session.add(second)
    work.session.flush()

    detail = show_document(owner, document.id)
    assert detail.document.file_id == upload.id
    assert [version.number for version in detail.versions] == [2, 1]
    assert [version.is_shown for version in detail.versions] == [True, False]


def test_a_refused_new_version_leaves_the_old_one_usable(
    work: Work, owner: Work, account: Account
) -> None:
    document, first = make_document(work, account.id)
    make_version(work, document, 2, state=FileState.REFUSED, fault="broken")

    shown = show_document(owner, document.id)

    assert shown.document.file_id == first.id
    assert shown.document.state == "kept"
    assert shown.versions[0].fault == "broken"


def test_what_an_agency_issued_is_neither_replaced_nor_rewritten(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(work, account.id, source=DocumentSource.RESULT)

    with pytest.raises(RuleViolation):
        replace_upload(owner, document.id, "giả.pdf", 3)
    with pytest.raises(RuleViolation):
        describe(owner, document.id, Description(kind="other", number="1"))


def test_a_name_may_be_changed_and_is_found_by(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(work, account.id)

    rename(owner, document.id, "  Khai sinh của bé An ")

    assert titles(list_documents(owner, DocumentFilter(text="BE AN"))) == [
        "Khai sinh của bé An"
    ]


def test_a_description_is_read_and_its_faults_named(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(work, account.id)

    with pytest.raises(RuleViolation) as refusal:
        describe(
            owner,
            document.id,
            Description(
                kind="nothing",
                issued_on="31/02/2020",
                valid_from="01/01/2025",
                valid_until="31/12/2024",
            ),
        )

    assert set(refusal.value.problems) == {"kind", "issued_on", "valid_until"}
    said = Description("degree", "B 01", "Sở X", "1/6/2020", "", "31-12-2030")
    describe(owner, document.id, said)
    shown = show_document(owner, document.id).document
    assert (shown.kind, shown.issued_on) == ("degree", date(2020, 6, 1))
    assert shown.valid_until == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (DocumentFilter(text="ky-01"), ["Bằng"]),
        (DocumentFilter(text="so giao duc bang"), ["Bằng"]),
        (DocumentFilter(kind="degree"), ["Bằng"]),
        (DocumentFilter(source="result"), ["Phép"]),
        (DocumentFilter(validity="expiring"), ["Phép"]),
        (DocumentFilter(validity="ended"), ["Cũ"]),
        (DocumentFilter(validity="valid", order=Order.TITLE), ["Bằng", "Phép"]),
        (DocumentFilter(text="%"), []),
        (DocumentFilter(order=Order.EXPIRES), ["Cũ", "Phép", "Bằng"]),
    ],
)
def test_papers_are_narrowed_and_ordered(
    work: Work, owner: Work, account: Account, wanted: DocumentFilter, found: list[str]
) -> None:
    make_document(
        work,
        account.id,
        title="Bằng",
        kind="degree",
        number="KY-01",
        issuer="Sở Giáo dục",
    )
    make_document(
        work,
        account.id,
        title="Phép",
        kind="construction_permit",
        source=DocumentSource.RESULT,
        valid_until=TODAY + timedelta(days=10),
    )
    make_document(
        work,
        account.id,
        title="Cũ",
        kind="other",
        valid_until=TODAY - timedelta(days=1),
    )

    assert titles(list_documents(owner, wanted)) == found


def test_twenty_papers_are_a_page(work: Work, owner: Work, account: Account) -> None:
    for number in range(21):
        make_document(work, account.id, title=f"Giấy {number}")

    second = list_documents(owner, DocumentFilter(page=2))

    assert len(second.documents) == 1
    assert (second.total, second.held, second.page) == (21, 21, 2)


@pytest.mark.parametrize(("left", "told"), [(31, 0), (30, 1), (7, 1), (0, 1), (-1, 0)])
def test_owners_are_warned_before_a_paper_runs_out(
    work: Work, account: Account, left: int, told: int
) -> None:
    make_document(work, account.id, valid_until=TODAY + timedelta(days=left))

    assert warn_expiring(work) == told


def test_each_mark_is_told_once(work: Work, account: Account) -> None:
    make_document(work, account.id, valid_until=TODAY + timedelta(days=30))

    days = [0, 0, 1, 22, 23, 24, 29]
    told = [
        warn_expiring(dataclasses.replace(work, now=work.now + timedelta(days=day)))
        for day in days
    ]

    assert told == [1, 0, 0, 0, 1, 0, 0]
    news = work.session.exec(select(Notification)).all()
    assert {one.subject for one in news} == {Subject.PAPER_EXPIRING}
    assert len(news) == 2


def test_a_revoked_paper_is_not_warned_of(work: Work, account: Account) -> None:
    make_document(
        work, account.id, valid_until=TODAY + timedelta(days=7), revoked_at=work.now
    )

    assert warn_expiring(work) == 0


def test_a_correction_is_asked_for_once_and_changes_nothing(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(
        work,
        account.id,
        source=DocumentSource.RESULT,
        number="12",
        fields={"holder": "Nguyễn Thị A"},
    )

    first = ask_correction(owner, document.id, "holder", " Nguyễn Thị Á ", "thiếu dấu")
    again = ask_correction(owner, document.id, "holder", "Nguyễn Thị Á")

    assert first == again
    [asked] = show_document(owner, document.id).corrections
    assert (asked.present, asked.proposed) == ("Nguyễn Thị A", "Nguyễn Thị Á")
    kept = work.session.get_one(VaultDocument, document.id)
    assert kept.fields["holder"] == "Nguyễn Thị A"


def test_a_correction_of_no_field_is_refused(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(work, account.id, source=DocumentSource.RESULT)

    with pytest.raises(RuleViolation):
        ask_correction(owner, document.id, "account_id", "x")
    with pytest.raises(RuleViolation):
        ask_correction(owner, document.id, "number", "  ")


def test_a_strangers_paper_cannot_be_renamed(work: Work, account: Account) -> None:
    document, _ = make_document(work, account.id)
    stranger = acting(work, make_citizen(work.session))

    with pytest.raises(NotFound):
        rename(stranger, document.id, "của tôi")
