"""The civil status registry behind the data gateway (contracts 1 A, 5.2)."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.civil_status_registry import wire
from services.integrations.civil_status_registry.port import (
    Entry,
    EntryState,
    Said,
    Told,
)
from services.integrations.gateway import GatewayLogin

# Their own call counts 0–6; the interlinked one says 4 or 5 when there is a result.
STATES = {
    "0": EntryState.FAULT,
    "1": EntryState.WAITING,
    "2": EntryState.SUPPLEMENT,
    "3": EntryState.ELIGIBLE,
    "4": EntryState.DONE,
    "5": EntryState.DONE,
    "6": EntryState.REFUSED,
    "7": EntryState.ELIGIBLE,
}
WITH_REASON = (EntryState.FAULT, EntryState.SUPPLEMENT, EntryState.REFUSED)
BUNDLE = "maHoSoLT"


class HttpCivilStatusRegistry:
    """Asks through the gateway, for one province."""

    def __init__(
        self, client: httpx.Client, key: str, secret: str, province: str
    ) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client, self._province = client, province

    def declare(self, declaration: Said) -> Told:
        """Send it as XML, or as JSON text when it belongs to a bundle."""
        head = {name: said for name, said in declaration.items() if name != "hoSo"}
        if BUNDLE in head:
            data = json.dumps(declaration["hoSo"], ensure_ascii=False)
            said = wire.DeclaredInterlinked(data=data, **head)
            path = wire.DECLARE_INTERLINKED
            answer = transport.post(self._client, path, said, wire.Answer)
        else:
            own = wire.Declared(data=_xml(declaration["hoSo"]), **head)
            answer = transport.post(self._client, wire.DECLARE, own, wire.Answer)
        code = "" if answer.errorCode in wire.NOTHING else answer.errorCode
        return Told(answer.is_done, code or answer.status, answer.words)

    def entries(self, module: str, codes: Sequence[str]) -> tuple[Entry, ...]:
        """Read what became of them; those not asked about are left out."""
        asked = wire.AskedResults(
            maDinhDanhHoSo=list(codes), maTinh=self._province, module=module
        )
        answer = transport.post(self._client, wire.RESULTS, asked, wire.Results)
        if answer.errorCode == wire.NOT_FOUND:
            return ()
        _check(answer, wire.RESULTS)
        found = [_entry(row) for row in answer.value]
        return tuple(one for one in found if one.code in codes)

    def state_of(self, unit: str, code: str) -> Entry | None:
        """Read where one stands."""
        asked = wire.AskedState(maDonVi=unit, maHoSo=code)
        answer = transport.post(self._client, wire.STATE, asked, wire.State)
        if answer.errorCode == wire.NOT_FOUND:
            return None
        _check(answer, wire.STATE)
        found = [_entry(row) for row in answer.value]
        return next((one for one in found if one.code == code), None)


def _check(answer: wire.Answer, path: str) -> None:
    if not answer.is_done:
        raise SystemUnavailable(path)


def _entry(row: wire.Row) -> Entry:
    state = STATES.get(row.trangThai)
    if state is None:
        raise SystemUnavailable(wire.RESULTS)
    outcome = row.ketQuaXuLy
    words = row.noiDungXuLy or row.ghiChu
    if state in WITH_REASON and row.errors:
        words = f"{words} {row.errors}".strip()
    return Entry(
        code=row.maHoSoMCDT or row.maHoSo,
        state=state,
        words=words,
        number=outcome.soDangKy,
        book=outcome.quyenSo,
        page=outcome.trangSo,
        personal_number=outcome.soDinhDanh,
        registered_on=outcome.ngayDangKy,
        registrar=row.nguoiXuLy,
        supplement_by=row.hanBoSungHoSo,
        paper=_paper(outcome.giayTo),
    )


def _paper(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise SystemUnavailable(wire.RESULTS) from None


def _xml(fields: Mapping[str, Any]) -> str:  # Any: JSON
    root = ElementTree.Element("hotich")
    _add(ElementTree.SubElement(root, "hoso"), fields)
    return ElementTree.tostring(root, encoding="unicode")


def _add(parent: ElementTree.Element, fields: Mapping[str, Any]) -> None:  # Any: JSON
    for name, value in fields.items():
        child = ElementTree.SubElement(parent, name)
        if isinstance(value, Mapping):
            _add(child, value)
        elif value is not None:
            child.text = str(value)
