"""Registering with a certificate: USB token, SIM, SmartCA (IAL3)."""

import json
import re
from collections.abc import AsyncIterator
from math import ceil
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.public.register import GROUP
from dvc_app.state.refusals import sentence
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import register as register_wording
from dvc_app.wording import register_ways as wording
from services.accounts.models import Party
from services.accounts.registration_methods import RegistrationMethod
from services.core import clock
from services.core.errors import (
    NotFound,
    RuleViolation,
    ServiceError,
    SystemUnavailable,
)
from services.identities.ask_remote_signature import ask_remote_signature
from services.identities.begin_certificate_challenge import (
    begin_certificate_challenge,
)
from services.identities.models import CertificateWay
from services.identities.open_certificate_registration import (
    CertificateForm,
    open_certificate_registration,
)
from services.identities.poll_certificate_challenge import (
    poll_certificate_challenge,
)
from services.identities.take_usb_signature import take_usb_signature
from services.identities.views import CertificateProgress, UsbSignature
from services.integrations.remote_signing.port import SigningState
from services.settings import settings

METHODS = {
    routes.REGISTER_USB: (RegistrationMethod.USB, CertificateWay.USB),
    routes.REGISTER_SIM: (RegistrationMethod.SIM, CertificateWay.SIM),
    routes.REGISTER_SMART_CA: (RegistrationMethod.SMART_CA, CertificateWay.SMART_CA),
}
COMMON_NAME = re.compile(r"(?:^|,)CN=((?:\\.|[^,\\])+)")
LONGEST = 20_000  # characters of a certificate or its chain
ENDED = {
    SigningState.REFUSED: wording.REFUSED,
    SigningState.EXPIRED: wording.EXPIRED,
}


class RegisterCertificateState(FormState, AppState):
    """Where the proof stands: begin, waiting, proved; a reload begins anew."""

    step: str = "begin"
    group: str = register_wording.CITIZEN
    challenge: str = ""
    signer: str = ""
    window: str = ""  # of the stand-in: its signing program, its phones
    compare: str = ""
    left: int = 0  # seconds the device counts down from
    mark: str = ""
    said: str = ""  # why the last try led to nothing
    user: str = ""  # the number last asked with, for the next try
    facts: list[list[str]] = []
    asks_birth_date: bool = False
    asks_representative: bool = False
    is_taken: bool = False  # there is an account already: show the ways in
    sign_in_path: str = routes.SIGN_IN
    others_path: str = routes.REGISTER
    _challenge_id: str = ""
    _way: str = CertificateWay.USB
    _next: str = "/"

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Begin; the group stands in the address."""
        query = self.router.url.query_parameters
        group = query.get(GROUP, "")
        self.group = group if group in wording.PARTIES else register_wording.CITIZEN
        path = self.router.url.path.rstrip("/")
        self._way = METHODS.get(path, METHODS[routes.REGISTER_USB])[1]
        self._next = next_path(query)
        address = f"{routes.REGISTER}?{GROUP}={self.group}"
        self.others_path = with_next(address, self._next)
        self.sign_in_path = with_next(routes.SIGN_IN, self._next)
        self.signer = settings().local_signer
        self.window, self.user = _window(self._way), ""
        self._begin()

    @rx.event
    @allow(Who.ANYBODY)
    async def start(self, data: dict[str, str]) -> AsyncIterator[None]:
        """Make a challenge; with a remote key, send it to the person's phone."""
        self.busy, self.said, self.user = True, "", data.get("user", "")
        yield
        try:
            begun = await self._run(
                begin_certificate_challenge,
                CertificateWay(self._way),
                self.user,
            )
            self._challenge_id = str(begun.challenge_id)
            self.challenge = begun.challenge
            self._accept()
            if self._way == CertificateWay.USB:
                self.step = "sign"
            else:
                ask = ask_remote_signature
                self._draw(await self._run_apart(ask, begun.challenge_id))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        except ServiceError as refusal:
            self._end(_words(refusal))
        finally:
            self.busy = False

    @rx.event
    @allow(Who.ANYBODY)
    async def ask_again(self) -> None:
        """Look whether the phone has answered."""
        if self.step != "waiting":
            return
        try:
            number = UUID(self._challenge_id)
            self._draw(await self._run_apart(poll_certificate_challenge, number))
        except SystemUnavailable:
            self.said = wording.SERVICE_DOWN  # asked again in a moment
        except ServiceError as refusal:
            self._end(_words(refusal))

    @rx.event
    @allow(Who.ANYBODY)
    async def signed(self, certificate: str, chain: str, signature: str) -> None:
        """Take what the signing program of the USB token answered."""
        if self.step != "sign" or max(len(certificate), len(chain)) > LONGEST:
            return
        told = UsbSignature(certificate, tuple(_parts(chain)), signature[:LONGEST])
        try:
            number = UUID(self._challenge_id)
            self._draw(await self._run_apart(take_usb_signature, number, told))
        except ServiceError as refusal:
            self._end(_words(refusal))

    @rx.event
    @allow(Who.ANYBODY)
    async def failed(self, status: int) -> None:
        """Say why the signing program signed nothing."""
        self.said = wording.SIGNER_FAILED.get(status, wording.SIGNER_OTHER)

    @rx.event
    @allow(Who.ANYBODY)
    async def again(self) -> None:
        """Begin anew."""
        self._begin()

    @rx.event
    @allow(Who.ANYBODY)
    async def submit(self, data: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Keep the registration and send the code."""
        self.busy, self.is_taken = True, False
        yield
        form = CertificateForm(
            party=wording.PARTIES[self.group],
            phone=data.get("phone", ""),
            email=data.get("email", ""),
            birth_date=data.get("birth_date", ""),
            representative=data.get("representative", ""),
            return_to=self._next,
        )
        try:
            number = UUID(self._challenge_id)
            await self._run(open_certificate_registration, number, form)
        except RuleViolation as refusal:
            self.is_taken = any(
                key.endswith("_taken") for key in refusal.problems.values()
            )
            self._show(faults.spelled(refusal.problems))
        except ServiceError as refusal:
            self._show({"phone": sentence(refusal)})
        else:
            self._accept()
            yield rx.redirect(routes.REGISTER_CODE)
        finally:
            self.busy = False

    def _begin(self) -> None:
        self._accept()
        self.busy, self.step, self.said = False, "begin", ""
        self.is_taken = False
        self._challenge_id = self.challenge = self.compare = ""
        self.facts = []

    def _end(self, words: str) -> None:
        self.step, self.said = "begin", words

    def _draw(self, progress: CertificateProgress) -> None:
        if progress.fault:
            self._end(f"{faults.SENTENCES[progress.fault]}.")
        elif progress.state in ENDED:
            self._end(ENDED[progress.state])
        elif progress.proved is not None:
            self._prove(progress)
        else:
            self.step, self.compare = "waiting", progress.code_to_compare
            seconds = (progress.expires_at - clock.now()).total_seconds()
            self.left, self.mark = max(0, ceil(seconds)), str(progress.challenge_id)

    def _prove(self, progress: CertificateProgress) -> None:
        assert progress.proved is not None
        holder, proved = progress.proved.holder, progress.proved
        is_citizen = self.group == register_wording.CITIZEN
        if is_citizen != (holder.party is Party.CITIZEN):
            self._end(f"{faults.SENTENCES['certificate_other_group']}.")
            return
        told = (
            (wording.FACT_ORGANISATION, holder.organisation),
            (wording.FACT_TAX, holder.tax_code),
            (wording.FACT_NAME if is_citizen else wording.REPRESENTATIVE, holder.name),
            (wording.FACT_NUMBER, holder.citizen_id),
            (wording.FACT_ISSUER, _common_name(proved.issuer)),
            (wording.FACT_UNTIL, formats.day(proved.valid_until)),
        )
        self.facts = [[label, value] for label, value in told if value]
        self.asks_birth_date = is_citizen
        names_somebody = bool(holder.name) and holder.name != holder.organisation
        self.asks_representative = not self.asks_birth_date and not names_somebody
        self.step, self.said = "proved", ""


def _parts(chain: str) -> list[str]:
    """Return the chain's certificates; what is no list of texts is no chain."""
    try:
        told = json.loads(chain)
    except ValueError:
        return []
    parts = told if isinstance(told, list) else []
    return [part for part in parts if isinstance(part, str)]


def _window(way: str) -> str:
    """Return where the sandbox shows the token or the phone; a real one has none."""
    chosen = settings()
    stand_ins = {
        CertificateWay.USB: (chosen.local_signer_url, "/local-signer/window"),
        CertificateWay.SIM: (chosen.sim_signing.url, "/sim-signing/phone"),
        CertificateWay.SMART_CA: (chosen.smart_ca.url, "/smart-ca/phone"),
    }
    real, shown = stand_ins[CertificateWay(way)]
    return "" if real or chosen.production else chosen.sandbox_url + shown


def _common_name(issuer: str) -> str:
    """Return what an issuer is called, without the notation of directories."""
    found = COMMON_NAME.search(issuer)
    return found[1].replace("\\", "") if found else issuer


def _words(refusal: ServiceError) -> str:
    if isinstance(refusal, SystemUnavailable):
        return wording.SERVICE_DOWN
    return wording.EXPIRED if isinstance(refusal, NotFound) else sentence(refusal)
