"""Trình ký: a token's certificates and signatures as the page tells them (O16)."""

import asyncio
import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from dvc_app import routes
from dvc_app.state.officer.signing import SigningState
from dvc_app.walls.payloads import check_value
from dvc_app.wording import signing as wording
from services.dossiers.models import DossierStatus
from services.integrations.remote_signing.port import MOST_DIGESTS
from services.work import Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import dossier_of
from tests.factories.signing import NUMBER, Signing, make_signing


@pytest.fixture
def signing(work: Work) -> Signing:
    return make_signing(work)


def opened(signing: Signing) -> Any:
    state = open_as(SigningState, signing.work, signing.desk.approver, routes.SIGNING)
    return with_systems(state, signing)


def with_systems(state: Any, signing: Signing) -> Any:
    """Let it ask the authorities of this test, in this test's transaction."""

    async def run(use_case: Any, *args: Any, **named: Any) -> Any:
        return signing.opener(use_case, *args, **named)

    async def run_apart(use_case: Any, *args: Any) -> Any:
        # Building a signature runs a loop of its own, so it has a thread of its own.
        return await asyncio.to_thread(use_case, signing.opener, *args)

    object.__setattr__(state, "_run", run)
    object.__setattr__(state, "_run_apart", run_apart)
    return state


def press(state: Any, *codes: str, **more: bool) -> None:
    async def drained() -> None:
        async for _ in state.sign({f"ky-{code}": True for code in codes} | more):
            pass

    send(drained())


def told(signing: Signing) -> list[list[str]]:
    """Return the machine's certificate and its chain, as the page sends them."""
    chain = (
        signing.pair.der,
        signing.authority.issuing.der,
        signing.authority.root.der,
    )
    return [[base64.b64encode(der).decode() for der in chain]]


def signatures(signing: Signing, state: Any) -> list[str]:
    key = signing.pair.key
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    hashes = [base64.b64decode(one["Hash"]) for one in state.documents]
    made = [key.sign(each, ec.ECDSA(Prehashed(SHA256()))) for each in hashes]
    return [base64.b64encode(each).decode() for each in made]


def test_a_token_signs_what_was_ticked_and_all_of_it_passes_the_wall(
    signing: Signing,
) -> None:
    code = signing.draft()
    state = opened(signing)
    press(state, code, usb=True)
    assert (state.session, state.number) == (state.batch.id, NUMBER)

    held = told(signing)
    check_value({"told": held})  # a text beyond the wall's length is dropped unheard
    send(state.certificates(state.session, held))
    made = signatures(signing, state)
    check_value({"told": made * MOST_DIGESTS})
    send(state.signed(state.session, made))

    assert dossier_of(signing.work, code).status is DossierStatus.RESULT_READY
    assert [row.state for row in state.batch.lines] == [wording.STATES["signed"]]
    assert not state.is_left


def test_a_press_by_token_whose_page_was_loaded_anew_goes_on_or_is_left(
    signing: Signing,
) -> None:
    codes = [signing.draft(), signing.draft()]
    first = opened(signing)
    press(first, *codes, usb=True)
    send(first.certificates(first.session, told(signing)))

    again = opened(signing)
    send(again.load())
    assert (again.is_left, again.session) == (True, "")
    send(again.go_on())
    assert again.session == first.session
    assert again.documents == first.documents
    send(again.leave())
    assert not again.is_left
    assert [row.may_sign for row in again.rows] == [True, True]
    assert {row.state for row in again.batch.lines} == {wording.NOT_SIGNED}

    press(again, *codes, usb=True)
    send(again.certificates(again.session, told(signing)))
    made = signatures(signing, again)
    send(again.signed(first.session, made[::-1]))  # what the closed page still got
    send(again.signed(again.session, made))
    assert {row.state for row in again.batch.lines} == {wording.STATES["signed"]}


def test_all_are_ticked_at_once_but_no_more_than_one_press_may_sign(
    signing: Signing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dvc_app.state.officer.signing_rows.MOST_DIGESTS", 2)
    for _ in range(3):
        signing.draft()
    state = opened(signing)
    send(state.load())
    send(state.tick_all(True))
    assert state.all_on
    assert state.is_many
    assert [row.is_first for row in state.rows] == [True, True, False]
    assert {row.procedure for row in state.rows} == {signing.desk.filing.procedure.name}
