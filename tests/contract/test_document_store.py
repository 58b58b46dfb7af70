"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import httpx
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from services.core.errors import SystemUnavailable
from services.integrations.document_store.adapter import HttpDocumentStore
from services.integrations.document_store.port import (
    DocumentStore,
    StoreFile,
    StorePaper,
    StoreQuestion,
)
from services.integrations.transport import build_client
from tests.fakes import FakeDocumentStore
from tests.sandbox_process import SandboxProcess

MAI_HUONG = StoreQuestion(
    owner_number="999190000001",
    asker_name="Nguyễn Thị Mai Hương",
    asker_number="999190000001",
    procedure="2.000815",
)
NOBODY = replace(MAI_HUONG, owner_number="999199999999")
BROKEN = replace(MAI_HUONG, owner_number="999085000002")
WARD = "Ủy ban nhân dân phường Thử Nghiệm"


@dataclass(frozen=True)
class Store:
    """The store, and how to break it."""

    store: DocumentStore
    take_down: Callable[[], None]


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    address = f"{sandbox.url}/document-store"
    with build_client(address, 5.0, most_bytes=14 << 20) as client:
        yield client


def adapter(client: httpx.Client, secret: str = "sandbox") -> HttpDocumentStore:
    return HttpDocumentStore(client, "sandbox", secret)


@pytest.fixture(params=["fake", "adapter"])
def there(request: pytest.FixtureRequest) -> Store:
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    real = adapter(request.getfixturevalue("client"))
    if request.param == "adapter":
        return Store(real, lambda: sandbox.switch("document_store", "down"))
    held = real.find(MAI_HUONG)
    files = {one.path: b"%PDF-1.7 a paper" for paper in held for one in paper.files}
    fake = FakeDocumentStore({MAI_HUONG.owner_number: held}, files)
    return Store(fake, lambda: setattr(fake, "is_down", True))


def test_a_person_is_told_the_papers_kept_of_them(there: Store) -> None:
    found = there.store.find(MAI_HUONG)

    assert [paper.title for paper in found] == [
        "Giấy khai sinh",
        "Giấy chứng nhận kết hôn",
        "Phiếu lý lịch tư pháp số 1",
    ]
    assert found[0].code == "KQ.G01.000001"
    assert found[0].number == "01/1990"
    assert found[0].issuer == found[0].files[0].issuer == WARD


def test_only_the_kinds_asked_for_are_told(there: Store) -> None:
    found = there.store.find(replace(MAI_HUONG, wanted=(("KQ.G01.000002", ""),)))

    assert [paper.number for paper in found] == ["27/2016"]


def test_of_somebody_unknown_nothing_is_kept(there: Store) -> None:
    assert there.store.find(NOBODY) == ()


def test_a_file_comes_as_it_lies_there(there: Store) -> None:
    [paper, *_] = there.store.find(MAI_HUONG)

    data = there.store.fetch(paper.files[0])

    assert data is not None
    assert data.startswith(b"%PDF")


def test_a_file_that_is_gone_is_none(there: Store) -> None:
    assert there.store.fetch(StoreFile("x.pdf", WARD, "/kho/gone.pdf")) is None


def test_a_store_that_is_down_is_unavailable(there: Store) -> None:
    there.take_down()

    with pytest.raises(SystemUnavailable):
        there.store.find(MAI_HUONG)
    with pytest.raises(SystemUnavailable):
        there.store.fetch(StoreFile("x.pdf", WARD, "/kho/x.pdf"))


def test_a_paper_of_the_sandbox_is_signed_by_its_issuer(client: httpx.Client) -> None:
    store = adapter(client)
    paper: StorePaper = store.find(MAI_HUONG)[0]

    data = store.fetch(paper.files[0])

    [signature] = PdfFileReader(BytesIO(data or b"")).embedded_signatures
    assert WARD in signature.signer_cert.subject.native["common_name"]


def test_a_file_named_but_lost_is_none(client: httpx.Client) -> None:
    store = adapter(client)
    found = {paper.code: paper for paper in store.find(BROKEN)}

    assert store.fetch(found["KQ.G08.000001"].files[0]) is None
    assert store.fetch(found["KQ.G05.000001"].files[0]) is not None


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("document_store", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/document-store", 0.3)

    with hasty, pytest.raises(SystemUnavailable):
        adapter(hasty).find(MAI_HUONG)


def test_a_wrong_secret_is_unavailable(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").find(MAI_HUONG)


def test_an_answer_larger_than_any_file_is_unavailable(
    sandbox: SandboxProcess,
) -> None:
    narrow = build_client(f"{sandbox.url}/document-store", 5.0, most_bytes=2_000)
    with narrow:
        store = adapter(narrow)
        [paper, *_] = store.find(MAI_HUONG)

        with pytest.raises(SystemUnavailable):
            store.fetch(paper.files[0])
