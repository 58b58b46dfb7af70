"""The enterprise registry behind the data gateway (contracts 1 A, 5.5)."""

from collections.abc import Mapping
from datetime import date, time
from typing import TypeVar

import httpx

from services.core.errors import SystemRefused
from services.integrations import transport
from services.integrations.enterprise_registry import wire
from services.integrations.enterprise_registry.port import (
    Activity,
    Enterprise,
    Member,
    Registration,
)
from services.integrations.gateway import GatewayLogin

DAY, CLOCK = "%d/%m/%Y", "%H:%M"
YES = ("1", "true", "y")

A = TypeVar("A", bound=wire.Answer)


class HttpEnterpriseRegistry:
    """Asks through the gateway; `service` is what the gateway calls it."""

    def __init__(
        self, client: httpx.Client, key: str, secret: str, service: str
    ) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client, self._service = client, service

    def find(self, number: str) -> Enterprise | None:
        """Return the enterprise of this number; another's is no answer."""
        answer = self._ask(wire.DETAILS, {"msdn": number}, wire.Details)
        found = answer.MainInformation if answer else None
        if answer is None or found is None:
            return None
        if number not in (found.ENTERPRISE_ID, found.ENTERPRISE_GDT_CODE):
            raise SystemRefused(wire.DETAILS, 200)
        return _enterprise(answer, found)

    def received(
        self, first: date, last: date, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what came in."""
        asked = {"from_date": f"{first:{DAY}}", "to_date": f"{last:{DAY}}"}
        return self._list(wire.RECEIVED, asked, offset, limit)

    def processed_today(
        self, first: time, last: time, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what was dealt with today."""
        asked = {"from_ts": f"{first:{CLOCK}}", "to_ts": f"{last:{CLOCK}}"}
        return self._list(wire.TODAY, asked, offset, limit)

    def state_of(self, number: str) -> Registration | None:
        """Return where one dossier stands."""
        found = self._ask(wire.STATE, {"in_journal_no": number}, wire.Registrations)
        rows = found.Data if found else []
        return next((_registration(r) for r in rows if number == r.IN_JOURNAL_NO), None)

    def _list(
        self, call: str, asked: Mapping[str, str], offset: int, limit: int
    ) -> tuple[Registration, ...]:
        query = {**asked, "offset": str(offset), "limit": str(limit)}
        answer = self._ask(call, query, wire.Registrations)
        return tuple(_registration(row) for row in answer.Data) if answer else ()

    def _ask(self, call: str, query: Mapping[str, str], answer: type[A]) -> A | None:
        path = f"{self._service}/{call}"
        said = transport.get(self._client, path, answer, query=query)
        if said.Status == wire.DONE:
            return said
        if said.is_nobody:
            return None
        raise SystemRefused(call, 200)


def _enterprise(answer: wire.Details, found: wire.Main) -> Enterprise:
    office = answer.HOAdress or wire.Office()
    parts = (office.StreetNumber, office.WardName, office.CityName)
    return Enterprise(
        number=found.ENTERPRISE_GDT_CODE or found.ENTERPRISE_ID,
        name=found.NAME,
        kind=found.ENTERPRISE_TYPE_NAME,
        short_name=found.SHORT_NAME,
        foreign_name=found.NAME_F,
        founded_on=found.FOUNDING_DATE,
        amended_on=found.LAST_AMEND_DATE,
        changes=found.NUMBER_CHANGES,
        status=found.ENTERPRISE_STATUS,
        legal_names=found.LEGAL_NAMES,
        capital=found.CAPITAL_AMOUNT,
        address=office.AddressFullText or ", ".join(part for part in parts if part),
        activities=tuple(
            Activity(one.CODE, one.NAME, one.IS_MAIN.casefold() in YES)
            for one in answer.BusinessActivity
        ),
        members=tuple(
            Member(one.MEMBER_NAME, one.AMOUNT, one.RATIO_PERCENT, one.COUNTRY)
            for one in answer.Member
        ),
    )


def _registration(row: wire.Registration) -> Registration:
    return Registration(
        number=row.IN_JOURNAL_NO,
        kind=row.DOCUMENT_TYPE,
        enterprise=row.ENTERPRISE_GDT_CODE or row.ENTERPRISE_CODE,
        name=row.NAME,
        site=row.SITE_ID,
        received_on=row.RECEIPT_DATE,
        planned_on=row.PLAN_DATE,
        processed_on=row.PROCESSED_DATE,
        status=row.PROCESS_STATUS,
        registered_on=row.REGISTRATION_DATE,
        supplement_on=row.SUPPLEMENT_DATE,
        way=row.SUBMISSION_TYPE,
    )
