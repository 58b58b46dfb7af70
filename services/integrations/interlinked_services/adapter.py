"""The interlinked services: a login, lists, declarations as XML (contracts 5.1)."""

import base64
import binascii
from collections.abc import Callable, Generator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import httpx
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from pydantic import BaseModel

from services.core.clock import ZONE
from services.core.errors import SystemRefused, SystemUnavailable
from services.core.text import fold
from services.integrations import transport
from services.integrations.interlinked_services import wire
from services.integrations.interlinked_services.port import (
    Declaration,
    Said,
    SentFile,
    Told,
    Verdict,
    Waiting,
)

Flow = Generator[httpx.Request, httpx.Response, None]


class _Login(httpx.Auth):
    """Carries the token; refused, once more with a new one."""

    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch, self._token = fetch, ""

    def auth_flow(self, request: httpx.Request) -> Flow:
        if request.url.path.endswith(wire.LOGIN):
            yield request
            return
        self._token = self._token or self._fetch()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == httpx.codes.UNAUTHORIZED:
            self._token = self._fetch()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request


class HttpInterlinkedServices:
    """Logs in with the province's account."""

    def __init__(self, client: httpx.Client, user: str, password: str) -> None:
        self._client = client
        self._user, self._password = user, password
        client.auth = _Login(self._token)

    def waiting(self) -> tuple[Waiting, ...]:
        """Read the list of new ones."""
        answer = transport.get(self._client, wire.LIST, wire.Rows)
        return tuple(_waiting(row) for row in answer.data)

    def declaration(self, their_id: str) -> Declaration | None:
        """Read one; its XML is read without entities or outside references."""
        try:
            path = f"{wire.ONE}/{their_id}"
            answer = transport.get(self._client, path, wire.One)
        except SystemRefused as refusal:
            if refusal.status == httpx.codes.NOT_FOUND:
                return None
            raise
        row = answer.data
        if row is None:
            return None
        if row.id != their_id:
            raise SystemUnavailable(wire.ONE)  # somebody else's
        files = tuple(_file(one) for one in row.fileDinhKem)
        return Declaration(_waiting(row), row.nguonNop, _fields(row.data), files)

    def acknowledge(self, their_id: str) -> None:
        """Mark it as received."""
        answer = self._put(f"{wire.ACKNOWLEDGE}/{their_id}")
        if not any(word in fold(answer.message) for word in wire.TAKEN):
            raise SystemUnavailable(wire.ACKNOWLEDGE)

    def tell_status(self, status: Said) -> Told:
        """Tell what happened, and read their words."""
        said = wire.Status(**status)
        answer = transport.post(self._client, wire.STATUS, said, wire.Answer)
        return Told(_verdict(answer.message), answer.status, answer.message)

    def _put(self, path: str) -> wire.Answer:
        """PUT with nothing to say; failures as everywhere."""
        return transport.put(self._client, path, _Empty(), wire.Answer)

    def _token(self) -> str:
        asked = wire.Login(userName=self._user, password=self._password)
        return transport.post(self._client, wire.LOGIN, asked, wire.Token).token


class _Empty(BaseModel):
    """Nothing more than the address says."""


def _verdict(words: str) -> Verdict:
    said = fold(words)
    if wire.LATER in said:
        return Verdict.LATER
    has_ended = all(word in said for word in wire.PAST)
    if has_ended or any(word in said for word in wire.TAKEN):
        return Verdict.TAKEN
    if wire.NEVER in said:
        return Verdict.REFUSED
    raise SystemUnavailable(wire.STATUS)


def _waiting(row: wire.Row) -> Waiting:
    return Waiting(
        id=row.id,
        unit=row.maDonVi,
        procedure=row.maTTHC,
        module=row.module,
        code=row.maHoSo,
        received_at=row.ngayTiepNhan.replace(tzinfo=ZONE),
        technical_id=row.techId,
    )


def _file(one: wire.File) -> SentFile:
    try:
        data = base64.b64decode(one.duLieuTepDinhKem, validate=True)
    except (binascii.Error, ValueError):
        raise SystemUnavailable(wire.ONE) from None
    return SentFile(one.loaiGiayTo, one.tenTepDinhKem, data)


def _fields(text: str) -> dict[str, Any]:
    try:
        root = ElementTree.fromstring(text)
    except (ParseError, DefusedXmlException, ValueError):
        raise SystemUnavailable(wire.ONE) from None
    record = root.find("hoSo")
    if root.tag != "hoTich" or record is None:
        raise SystemUnavailable(wire.ONE)
    return {child.tag: _value(child) for child in record}


def _value(element: Element) -> Any:  # text, or the parts of an address
    if len(element):
        return {child.tag: _value(child) for child in element}
    return (element.text or "").strip()
