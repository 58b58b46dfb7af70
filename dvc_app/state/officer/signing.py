"""SigningState: what is presented to an approver, and the press that signs it (O16)."""

import secrets
from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import signing_rows as shown
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import signing as wording
from dvc_app.wording.faults import spelled
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    RuleViolation,
    ServiceError,
)
from services.results.presented import list_presented, open_batches
from services.results.sign_results import look_batch, sign_results
from services.results.sign_with_token import (
    give_up_token,
    offer_certificates,
    take_token_signatures,
)
from services.results.signer_number import signer_number, tell_number
from services.results.signing_rows import view_batch
from services.results.signing_views import BatchView, SigningAsk, ToSign
from services.settings import settings
from services.signals import desk_topics, person_topic
from services.signing.models import SigningState as Standing
from services.signing.models import SigningWay


class SigningState(FormState, AppState):
    """The list, the last press, and the program of a USB token."""

    loaded: bool = False
    has_no_role: bool = False
    rows: list[shown.PresentedRow] = []
    has_number: bool = False
    batch: shown.BatchRow = shown.BatchRow()
    is_waiting: bool = False
    session: str = ""  # not empty: the signing program is asked
    certificate: str = ""
    documents: list[dict[str, str]] = []
    signer: str = ""
    number: str = ""  # whose certificate the program is asked for
    is_left: bool = False  # a press by token whose page was closed
    all_on: bool = False
    round: str = ""
    is_many: bool = False  # more than one press may sign
    window: str = ""
    form_key: str = ""
    _intent: str = ""
    _batch: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what is presented, and a press that is still under way."""
        self._accept()
        self.loaded = self.has_no_role = self.busy = False
        self.batch, self._batch, self.session = shown.BatchRow(), "", ""
        self.signer, self.is_left = settings().local_signer, False
        self._renew()
        actor = self._actor()
        if actor.agency_id and actor.account_id:
            topics = (*desk_topics([actor.agency_id]), person_topic(actor.account_id))
            self._watch(SigningState.refresh, *topics)
        await self._read()
        if not self.has_no_role:
            waiting = await self._run(open_batches)
            if waiting:
                self._draw(await self._run(view_batch, waiting[0]))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read the list again: something was presented or signed."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def save_number(self, form: dict[str, str]) -> None:
        """Keep the number by which the certificate is found."""
        try:
            await self._run(tell_number, form.get("number", ""))
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
            return
        self._accept()
        await self._say(wording.NUMBER_SAVED, "done")
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def sign(self, form: dict[str, str | bool]) -> AsyncIterator[None]:
        """Sign what is ticked with one press; pressed twice, it is asked once (R6)."""
        chosen = tuple(
            ToSign(row.code, row.version)
            for row in self.rows
            if row.may_sign and form.get(f"ky-{row.code}")
        )
        if not chosen:
            self._show({"documents": wording.NOTHING_CHOSEN})
            return
        self.busy = True
        yield
        way = SigningWay.USB if form.get("usb") else SigningWay.SMART_CA
        try:
            ask = SigningAsk(chosen, way, self._intent)
            done = await self._run_apart(sign_results, ask)
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
        except (Conflict, NotFound) as refusal:
            await self._explain(refusal)
        except ServiceError as refusal:
            await self._say(sentence(refusal), "warn")
        else:
            self._accept()
            self._draw(done)
            if way is SigningWay.USB:
                self.certificate, self.documents = "", []
                self.session = str(done.id)
        finally:
            self.busy = False
        self._renew()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def tick_all(self, is_on: bool) -> None:
        """Tick as many as one press may sign, or none; single ticks are left."""
        self.all_on, self.round = is_on, secrets.token_urlsafe(6)

    @rx.event
    @allow(Who.OFFICER)
    async def look(self) -> None:
        """Ask whether the phone has answered."""
        if not self.is_waiting or not self._batch:
            return
        self._draw(await self._run_apart(look_batch, UUID(self._batch)))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def certificates(self, press: str, told: list[list[str]]) -> None:
        """Take the certificates in the machine, and build what is to be signed."""
        if not self.session or press != self.session:
            return
        offered = shown.certificates_of(told)
        view = await self._run_apart(offer_certificates, UUID(self.session), offered)
        self._draw(view)
        self._hold(view)
        if view.state is not Standing.WAITING:
            self.session = ""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def signed(self, press: str, told: list[str]) -> None:
        """Take the signatures of the token; those of an earlier press are dropped."""
        if not self.session or press != self.session:
            return
        batch = UUID(self.session)
        self._draw(await self._run_apart(take_token_signatures, batch, told))
        self.session = ""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def failed(self, press: str, status: int) -> None:
        """Say why the signing program signed nothing; all of it may be signed again."""
        if not self.session or press != self.session:
            return
        fault = wording.TOKEN_FAILED.get(status, wording.TOKEN_FAILED[-1])
        batch = UUID(self.session)
        self._draw(await self._run_apart(give_up_token, batch, fault))
        self.session = ""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def go_on(self) -> None:
        """Go on with a press by token whose page was closed or loaded anew."""
        if not self._batch:
            return
        view = await self._run(view_batch, UUID(self._batch))
        self._draw(view)
        self._hold(view)
        self.session = str(view.id) if self.is_left else ""

    @rx.event
    @allow(Who.OFFICER)
    async def leave(self) -> None:
        """Leave a press by token: nothing was signed, all of it may be signed anew."""
        if not self._batch:
            return
        fault = wording.TOKEN_FAILED[1]
        self._draw(await self._run_apart(give_up_token, UUID(self._batch), fault))
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(list_presented)
            self.number = await self._run(signer_number)
        except Forbidden:
            self.has_no_role = True
        else:
            self.has_number = bool(self.number)
            self.rows = shown.presented_rows(found)
            self.is_many = any(r.may_sign and not r.is_first for r in self.rows)
        self.loaded = True

    def _hold(self, view: BatchView) -> None:
        is_built = view.state is Standing.WAITING
        self.documents = shown.documents_of(view) if is_built else []
        self.certificate = view.certificate if is_built else ""

    def _draw(self, view: BatchView) -> None:
        self._batch, self.batch = str(view.id), shown.batch_row(view)
        self.is_waiting = view.is_open and view.way is SigningWay.SMART_CA
        self.is_left = view.is_open and view.way is SigningWay.USB
        self.window = shown.window_of(view.way)

    def _renew(self) -> None:
        self._intent = secrets.token_urlsafe(16)
        self.form_key, self.all_on = self._intent[:8], False

    async def _explain(self, refusal: Conflict | NotFound) -> None:
        kind, name, *_ = (*(str(part) for part in refusal.args), "", "")
        text = wording.REFUSALS.get(kind)
        words = text.format(name=name) if text else sentence(refusal)
        await self._say(words, "warn")
