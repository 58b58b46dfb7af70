"""The national portal behind the VXP adapter: every service of the sync (contracts 2)."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

import httpx

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival
from services.integrations.national_portal import wire
from services.integrations.national_portal.access import Access
from services.integrations.national_portal.filings import Filings
from services.integrations.national_portal.port import (
    KeptDossier,
    NationalProcedure,
    Said,
    Told,
)
from services.integrations.national_portal.reading import kept_of, only_of, procedure_of
from services.integrations.national_portal.session import VxpSession

KEPT_SECONDS = 3600.0  # of the catalogue

A = TypeVar("A", bound=wire.Answer)


class VxpNationalPortal:
    """Tells and asks in one session; what was filed there comes in another one,
    whose answers may weigh what a paper weighs."""

    def __init__(
        self, client: httpx.Client, access: Access, heavy: httpx.Client | None = None
    ) -> None:
        self._session = VxpSession(client, access)
        self._filings = Filings(VxpSession(heavy or client, access))
        self._catalogue: dict[str, tuple[float, NationalProcedure | None]] = {}

    def save_dossier(self, dossier: Said) -> Told:
        """Ask whether they have it, and create or update; either may turn out wrong."""
        is_known = bool(self.find_dossier(str(dossier["MaHoSo"])))
        answer = self._save(dossier, is_known)
        if not answer.is_done and not is_known and answer.says_exists:
            answer = self._save(dossier, True)
        elif not answer.is_done and is_known and answer.says_missing:
            answer = self._save(dossier, False)
        return Told(answer.is_done, answer.error_code, answer.message)

    def tell_progress(self, lines: Sequence[Said]) -> Told:
        """Send the lines by tens, the earliest first; the first refusal ends it."""
        ordered = sorted(lines, key=lambda line: str(line["ThoiDiemXuLy"]))
        told = Told(True, wire.DONE)
        for begin in range(0, len(ordered), wire.CHUNK):
            chunk = ordered[begin : begin + wire.CHUNK]
            answer = self._call(wire.PROGRESS, wire.Answer, data=chunk)
            told = Told(
                answer.is_done or answer.says_exists, answer.error_code, answer.message
            )
            if not told.is_taken:
                break
        return told

    def find_dossier(self, code: str) -> tuple[KeptDossier, ...]:
        """Return what they have; a “not found” is nothing, like an empty list."""
        return only_of(code, self._kept(MaHoSo=code))

    def changed_dossiers(
        self, since: datetime, until: datetime
    ) -> tuple[KeptDossier, ...]:
        """Return what they have of the unit (sandbox contract)."""
        return self._kept(MaHoSo="", TuNgay=_moment(since), DenNgay=_moment(until))

    def technical_id(self, number: str) -> str:
        """Return the TechID of a personal number."""
        answer = self._call(
            wire.TECHNICAL_ID, wire.People, provider=wire.PROVIDER, mstorcmnd=number
        )
        found = answer.result if answer.is_done else []
        return found[0].TECHNICALID if found else ""

    def procedure(self, code: str) -> NationalProcedure | None:
        """Return one line of the catalogue; it is asked for once an hour."""
        good_until, kept = self._catalogue.get(code, (0.0, None))
        if time.monotonic() < good_until:
            return kept
        answer = self._call(wire.PROCEDURE, wire.Procedures, maTTHC=code)
        if not answer.is_done and not answer.says_missing:
            raise SystemUnavailable(wire.PROCEDURE)
        found = procedure_of(answer.result[0]) if answer.result else None
        self._catalogue[code] = (time.monotonic() + KEPT_SECONDS, found)
        return found

    def procedure_codes(self) -> tuple[str, ...]:
        """Return the codes of the catalogue."""
        answer = self._call(wire.PROCEDURES, wire.Procedures, maTTHC="")
        if not answer.is_done:
            raise SystemUnavailable(wire.PROCEDURES)
        return tuple(row.MATTHC for row in answer.result)

    def _save(self, dossier: Said, is_known: bool) -> wire.Answer:
        return self._call(
            wire.SAVE, wire.Answer, isUpdating=str(is_known), data=[dossier]
        )

    def _kept(self, **asked: str) -> tuple[KeptDossier, ...]:
        answer = self._call(wire.LOOK_UP, wire.KeptRows, **asked)
        if not answer.is_done and not answer.says_missing:
            raise SystemUnavailable(wire.LOOK_UP)
        return tuple(kept_of(row) for row in answer.result)

    def waiting(self) -> tuple[str, ...]:
        """Return the dossiers filed there that nobody took over yet."""
        return self._filings.waiting()

    def arrival(self, code: str) -> Arrival | None:
        """Return one whole, with its papers."""
        return self._filings.arrival(code)

    def acknowledge(self, code: str, our_code: str) -> None:
        """Say that it is kept here; said twice is once."""
        self._filings.acknowledge(code, our_code)

    def _call(self, service: str, answer: type[A], **fields: object) -> A:
        return self._session.call(service, answer, **fields)


def _moment(moment: datetime) -> str:
    return clock.local(moment).strftime(wire.MOMENT)
