"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.civil_status_registry.adapter import (
    HttpCivilStatusRegistry,
)
from services.integrations.civil_status_registry.port import (
    CivilStatusRegistry,
    EntryState,
    Said,
)
from services.integrations.transport import build_client
from tests.fake_civil_status_registry import FakeCivilStatusRegistry
from tests.sandbox_process import SandboxProcess

S = EntryState
NUMBERS = {S.SUPPLEMENT: "2", S.ELIGIBLE: "3", S.DONE: "4", S.REFUSED: "6"}
HOME = {"maTinh": "19", "maHuyen": None, "maXa": "05500", "dcChiTiet": "Tổ 5 & 6"}
BIRTH = {
    "nksHoTen": "Trần Bảo <An>",
    "nksGioiTinh": "2",
    "nksNgaySinh": "2026-11-01",
    "nksNgaySinhBangChu": "ngày một tháng mười một năm hai nghìn không trăm hai mươi sáu",
    "nksQueQuan": HOME,
    "nksDanToc": "01",
    "nksQuocTich": "VN",
    "nycHoTen": "Trần Minh An",
    "nycQuanHe": "Cha",
}


def declaration(code: str, module: str = "KS", **fields: Any) -> Said:
    head = {"maDonVi": "55242", "ngayTiepNhan": "23/11/2026 09:00:00"}
    named: Said = {"maHoSo": code}
    if module.startswith("LT"):
        named = {"maHoSoLT": f"{code}-LT", "maHoSoMCDT": code}
    return {**head, **named, "module": module, "hoSo": {**BIRTH, **fields}}


@dataclass(frozen=True)
class Office:
    """The registry, its registrar, and how to break it."""

    registry: CivilStatusRegistry
    move: Callable[[str, EntryState], None]
    take_down: Callable[[], None]


def adapter(client: httpx.Client, secret: str = "sandbox", province: str = "19") -> Any:
    return HttpCivilStatusRegistry(client, "sandbox", secret, province)


def press(sandbox: SandboxProcess, code: str, state: EntryState) -> None:
    form = {"code": code, "state": NUMBERS[state], "words": f"Lời của {state}"}
    done = httpx.post(f"{sandbox.url}/civil-status.move", data=form)
    assert done.status_code == 303


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/civil-status", 3.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def office(request: pytest.FixtureRequest) -> Office:
    if request.param == "fake":
        fake = FakeCivilStatusRegistry()
        return Office(
            fake,
            lambda code, state: fake.happen(code, state, f"Lời của {state}"),
            lambda: setattr(fake, "is_down", True),
        )
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Office(
        adapter(request.getfixturevalue("client")),
        lambda code, state: press(sandbox, code, state),
        lambda: sandbox.switch("civil_status_registry", "down"),
    )


@pytest.fixture
def code() -> str:
    return f"H55.242-261123-{uuid4().hex[:6]}"


@pytest.mark.parametrize("module", ["KS", "LTKS"])
def test_a_declaration_is_taken_and_said_twice_is_one(
    office: Office, code: str, module: str
) -> None:
    assert office.registry.declare(declaration(code, module)).is_taken
    again = office.registry.declare(declaration(code, module))
    assert again.is_taken
    [entry] = office.registry.entries(module, [code])
    assert (entry.code, entry.state) == (code, S.WAITING)


def test_a_supplement_comes_with_their_words_and_is_answered_by_declaring_again(
    office: Office, code: str
) -> None:
    office.registry.declare(declaration(code))
    office.move(code, S.SUPPLEMENT)
    [asked] = office.registry.entries("KS", [code])
    assert (asked.state, asked.words) == (S.SUPPLEMENT, "Lời của supplement")

    office.registry.declare(declaration(code, ghiChu="đã đối chiếu"))
    [entry] = office.registry.entries("KS", [code])
    assert entry.state is S.WAITING


def test_an_entry_comes_with_number_book_page_and_paper(
    office: Office, code: str
) -> None:
    office.registry.declare(declaration(code))
    office.move(code, S.DONE)
    [entry] = office.registry.entries("KS", [code])
    assert entry.state is S.DONE
    assert entry.number
    assert entry.book
    assert entry.page
    assert entry.personal_number.startswith("999")
    assert isinstance(entry.registered_on, date)
    assert entry.paper.startswith(b"%PDF")
    state = office.registry.state_of("55242", code)
    assert state is not None
    assert (state.state, state.paper) == (S.DONE, b"")


def test_a_refusal_is_told_in_their_words(office: Office, code: str) -> None:
    office.registry.declare(declaration(code))
    office.move(code, S.REFUSED)
    [entry] = office.registry.entries("KS", [code])
    assert (entry.state, entry.words) == (S.REFUSED, "Lời của refused")


def test_what_they_do_not_know_is_left_out(office: Office, code: str) -> None:
    assert office.registry.entries("KS", [code]) == ()
    assert office.registry.state_of("55242", code) is None


def test_a_registry_that_is_down_is_unavailable(office: Office, code: str) -> None:
    office.take_down()
    for ask in (
        lambda: office.registry.declare(declaration(code)),
        lambda: office.registry.entries("KS", [code]),
        lambda: office.registry.state_of("55242", code),
    ):
        with pytest.raises(SystemUnavailable):
            ask()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"maDonVi": "H55"}, "106"),
        ({"ngayTiepNhan": "2026-11-23"}, "302"),
        ({"module": "LLTP"}, "302"),
        ({"maHoSo": ""}, "302"),
        ({"hoSo": {**BIRTH, "nksHoTen": ""}}, "200"),
        ({"hoSo": {**BIRTH, "nksNgaySinh": "01/11/2026"}}, "500"),
    ],
)
def test_what_they_cannot_take_is_refused_with_their_code(
    client: httpx.Client, code: str, changed: dict[str, Any], refusal: str
) -> None:
    told = adapter(client).declare(declaration(code) | changed)
    assert (told.is_taken, told.code) == (False, refusal)
    assert told.words
    assert adapter(client).entries("KS", [code]) == ()


def test_an_address_arrives_whole(
    sandbox: SandboxProcess, client: httpx.Client, code: str
) -> None:
    adapter(client).declare(declaration(code))
    kept = httpx.get(f"{sandbox.url}/civil-status.json").json()
    [mine] = [row for row in kept if row["code"] == code]
    assert mine["fields"]["nksQueQuan"] == HOME | {"maHuyen": ""}
    assert mine["fields"]["nksHoTen"] == "Trần Bảo <An>"


def test_another_province_and_a_wrong_secret_reach_nothing(
    client: httpx.Client, code: str
) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, province="99").entries("KS", [code])
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").declare(declaration(code))


@pytest.mark.parametrize("mode", ["slow", "garbage"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, code: str, mode: str
) -> None:
    sandbox.switch("civil_status_registry", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/civil-status", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        adapter(hasty).declare(declaration(code))


def test_a_business_error_in_200_is_a_refusal(
    sandbox: SandboxProcess, client: httpx.Client, code: str
) -> None:
    registry = adapter(client)
    registry.entries("KS", [code])  # the token is there
    sandbox.switch("civil_status_registry", "error")
    assert not registry.declare(declaration(code)).is_taken


def test_the_page_shows_declarations_and_moves_them_only_along_their_way(
    sandbox: SandboxProcess, client: httpx.Client, code: str
) -> None:
    adapter(client).declare(declaration(code))
    assert code in httpx.get(f"{sandbox.url}/civil-status").text
    press(sandbox, code, S.DONE)
    form = {"code": code, "state": "2"}
    move = f"{sandbox.url}/civil-status.move"
    assert httpx.post(move, data=form).status_code == 400
    foreign = {"Origin": "http://elsewhere.example"}
    assert httpx.post(move, data=form, headers=foreign).status_code == 403
