"""The VXP adapter: login, session, one address for every service (contracts 1 B)."""

from typing import TypeVar

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.national_portal import wire
from services.integrations.national_portal.access import Access

A = TypeVar("A", bound=wire.Answer)


class VxpSession:
    """Logs in once, keeps the session, and logs in again once when it has ended."""

    def __init__(self, client: httpx.Client, access: Access) -> None:
        self._client, self._access, self._session = client, access, ""
        self._headers = {"Charset": "utf-8", "dstcode": access.destination}

    def call(self, service: str, answer: type[A], **fields: object) -> A:
        """Put a question to a service, in a session that holds."""
        said = self._ask(self._session or self._log_in(), service, answer, fields)
        if said.wants_session:
            said = self._ask(self._log_in(), service, answer, fields)
        if said.wants_session:
            raise SystemUnavailable(wire.CALL)
        return said

    def _ask(
        self, session: str, service: str, answer: type[A], fields: dict[str, object]
    ) -> A:
        call = wire.Call(
            session=session, madonvi=self._access.unit, service=service, **fields
        )
        try:
            return transport.post(self._client, wire.CALL, call, answer, self._headers)
        except SystemUnavailable:
            self._session = ""  # perhaps it was the session: the next try logs in
            raise

    def _log_in(self) -> str:
        self._session = ""
        who = wire.Login(username=self._access.user, password=self._access.password)
        answer = transport.post(
            self._client, wire.LOGIN, who, wire.LoginAnswer, self._headers
        )
        if answer.error_code != wire.DONE or not answer.session:
            raise SystemUnavailable(wire.LOGIN)
        self._session = answer.session
        return answer.session
