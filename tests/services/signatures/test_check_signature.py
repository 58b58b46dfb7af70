"""A signed file is judged as soon as it has passed, and what is seen stays (R19)."""

import dataclasses
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

import pytest

from services.core.errors import SystemUnavailable
from services.dossiers.models import Dossier
from services.files.inspect_file import inspect_file
from services.files.models import FileState, SignatureVerdict
from services.signatures.check_signature import check_signature
from services.work import SYSTEM, Work
from tests.factories.certificates import Authority, make_authority
from tests.factories.dossiers import make_draft, make_filing
from tests.factories.signed_pdfs import make_signed_pdf
from tests.fakes import FakeAuthorities
from tests.services.files.sending import a_pdf, jobs, row, send

P = ParamSpec("P")
T = TypeVar("T")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


@pytest.fixture
def draft_and_work(work: Work) -> tuple[Dossier, Work]:
    filing = make_filing(work.session)
    mine = dataclasses.replace(work, actor=filing.citizen)
    return make_draft(work.session, filing), mine


def check(work: Work, file_id: UUID, online: FakeAuthorities) -> None:
    """Run the job as the worker does; here all in one transaction."""
    systems = dataclasses.replace(work.systems, authorities=online)
    system = dataclasses.replace(work, actor=SYSTEM, systems=systems)

    def opener(
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        return use_case(system, *args, **kwargs)

    check_signature(opener, file_id)


def arrived(mine: Work, draft: Dossier, data: bytes) -> UUID:
    file_id = send(mine, draft.id, data)
    inspect_file(dataclasses.replace(mine, actor=SYSTEM), file_id)
    return file_id


def test_a_signed_file_is_judged_by_a_job_of_its_own(
    draft_and_work: tuple[Dossier, Work], authority: Authority
) -> None:
    draft, mine = draft_and_work
    file_id = arrived(mine, draft, make_signed_pdf(authority, authority.issue()))
    assert row(mine, file_id).signature is SignatureVerdict.CHECKING
    assert ("files.check_signature", str(file_id)) in jobs(mine)

    check(mine, file_id, authority.online())

    file = row(mine, file_id)
    assert file.state is FileState.ACCEPTED
    assert (file.signature, file.signer) == (SignatureVerdict.VALID, "Hoàng Văn Nam")
    assert file.signed_at is not None


def test_an_unsigned_file_is_not_asked_about(
    draft_and_work: tuple[Dossier, Work],
) -> None:
    draft, mine = draft_and_work
    file_id = arrived(mine, draft, a_pdf())

    assert row(mine, file_id).signature is SignatureVerdict.NONE
    assert ("files.check_signature", str(file_id)) not in jobs(mine)


def test_silence_is_written_down_and_asked_again(
    draft_and_work: tuple[Dossier, Work], authority: Authority
) -> None:
    draft, mine = draft_and_work
    file_id = arrived(mine, draft, make_signed_pdf(authority, authority.issue()))
    silent = FakeAuthorities((authority.root.der,))

    with pytest.raises(SystemUnavailable):
        check(mine, file_id, silent)
    assert row(mine, file_id).signature is SignatureVerdict.UNREACHED
    check(mine, file_id, authority.online())

    assert row(mine, file_id).signature is SignatureVerdict.VALID


def test_what_was_settled_is_not_asked_again(
    draft_and_work: tuple[Dossier, Work], authority: Authority
) -> None:
    draft, mine = draft_and_work
    file_id = arrived(mine, draft, make_signed_pdf(authority, authority.issue()))
    check(mine, file_id, authority.online())

    check(mine, file_id, FakeAuthorities())

    assert row(mine, file_id).signature is SignatureVerdict.VALID
