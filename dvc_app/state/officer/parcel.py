"""One parcel that did not go, and what sets it right (C13)."""

from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delivery, faults, filing_faults
from dvc_app.wording import parcels as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.deliveries.models import Trouble
from services.processing.mend_parcel import (
    Address,
    give_to_counter,
    readdress,
    send_again,
)
from services.processing.parcel_desk import MENDERS, ParcelDetail, open_parcel
from services.signals import desk_topics

NOWHERE = UUID(int=0)
FAULTS = faults.SENTENCES | filing_faults.FAULTS
# Field of the form → what the use case calls it.
NAMES = {
    "person_name": "name",
    "person_phone": "phone",
    "person_address.commune": "commune",
    "person_address.detail": "detail",
}
FIELDS = {own: field for field, own in NAMES.items()}


class ParcelState(FormState, AppState):
    """The parcel of the address; it follows what the post and colleagues do."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    dossier_href: str = ""
    leg: str = ""
    trouble: str = ""
    trouble_css: str = "tag"
    plain: str = ""
    words: str = ""
    since: str = ""
    number: str = ""
    parcel: str = ""
    comes: str = ""
    person: str = ""
    phone: str = ""
    phone_href: str = ""
    address: str = ""
    commune: str = ""
    detail: str = ""
    standing: str = ""  # what holds now that nothing is wrong
    to_counter: str = ""
    why_not: str = ""
    may_send: bool = False
    may_readdress: bool = False
    named: str = ""  # what it holds, as the address names it
    form_key: str = ""
    _id: UUID = NOWHERE

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the parcel of the address."""
        self.named = self.router.url.path.rstrip("/").rpartition("/")[2][:60]
        try:
            self._id = UUID(self.named)
        except ValueError:
            self._id = NOWHERE
        self.loaded = self.missing = self.busy = False
        self._accept()
        if await self._read() and (agency_id := self._actor().agency_id):
            self._watch(ParcelState.refresh, *desk_topics([agency_id]))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: the post said something, or a colleague acted."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def send_again(self) -> AsyncIterator[None]:
        """Ask the post once more, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(send_again, self._id)
            await self._done(wording.SENT_AGAIN)
        finally:
            self.busy = False
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def readdress(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Keep who and where, and ask the post again, once (R6)."""
        self.busy = True
        yield
        given = Address(**{own: form.get(field, "") for field, own in NAMES.items()})
        try:
            await self._run(readdress, self._id, given)
        except RuleViolation as refusal:
            named = {FIELDS[own]: key for own, key in refusal.problems.items()}
            self._refuse(named, FAULTS)
        except Conflict:
            await self._read()
            raise
        else:
            await self._done(wording.READDRESSED)
            await self._read()
        finally:
            self.busy = False

    @rx.event
    @allow(Who.OFFICER)
    async def give_to_counter(self) -> AsyncIterator[None]:
        """Give the journey up for the counter, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(give_to_counter, self._id)
            await self._done(wording.TO_COUNTER)
        finally:
            self.busy = False
            await self._read()

    async def _done(self, words: str) -> None:
        self._accept()
        await self._say(words, "done")

    async def _read(self) -> bool:
        try:
            found = await self._run(open_parcel, self._id)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return False
        self._draw(found)
        self.loaded = True
        return True

    def _draw(self, found: ParcelDetail) -> None:
        self.code = found.code
        self.dossier_href = routes.fill(routes.PROCESSING, code=found.code)
        self.leg = wording.LEGS[found.leg]
        self.trouble, self.trouble_css = wording.TROUBLES[found.trouble]
        self.plain = wording.PLAIN[found.trouble].format(tries=found.tries)
        self.words = found.words
        moment = formats.moment(found.since)
        self.since = wording.SINCE_LINE.format(moment=moment) if moment else ""
        attempt = wording.ATTEMPT.format(number=found.attempt)
        is_later = found.attempt > 1
        self.number = f"{found.number} ({attempt})" if is_later else found.number
        self.parcel = found.parcel
        part = delivery.PARTS.get(found.pickup_part, "").lower()
        day = formats.day(found.pickup_day)
        self.comes = f"{day}, {part}" if day else ""
        self.person, self.address = found.person_name, found.person_address
        self.phone, self.phone_href = found.person_phone, f"tel:{found.person_phone}"
        self.commune, self.detail = found.person_commune, found.person_detail
        self.standing = self._stand(found)
        self.to_counter = wording.COUNTER[found.leg] if found.may_give_up else ""
        self.may_send, self.may_readdress = found.may_send, found.may_readdress
        mends = bool(self._actor().roles & set(MENDERS))
        self.why_not = wording.NOTHING_TO_DO if mends else wording.ONLY_MENDERS
        self.form_key = f"{found.id}-{found.number}-{found.trouble}"

    def _stand(self, found: ParcelDetail) -> str:
        if found.counter:
            return wording.AT_COUNTER.format(place=found.counter)
        if found.trouble is not Trouble.NONE:
            return ""
        return wording.ORDERED[found.state]
