"""The transport registry behind the data gateway (contracts 1 A, 5.7)."""

from dataclasses import dataclass, field
from datetime import date

import httpx

from services.core.errors import SystemRefused
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.transport_registry import wire
from services.integrations.transport_registry.port import TransportDossier

DAY = "%d/%m/%Y"


@dataclass(frozen=True)
class Access:
    """Who asks: at the gateway, in the name of an agency, and with an account."""

    key: str = field(repr=False)
    secret: str = field(repr=False)
    agency: str
    api_key: str = field(repr=False)
    user: str
    password: str = field(repr=False)


class HttpTransportRegistry:
    """Asks through the gateway; GPLX wants a session of its own besides."""

    def __init__(self, client: httpx.Client, access: Access) -> None:
        client.auth = GatewayLogin(client.base_url, access.key, access.secret)
        self._client, self._access, self._session = client, access, ""

    def received(self, first: date, last: date) -> tuple[TransportDossier, ...]:
        """Return all dossiers received in a period."""
        mine = self._access
        query = {
            "Start": wire.ALL,
            "End": wire.ALL,
            "GovAgencyCode": mine.agency,
            "APIKey": mine.api_key,
            "ReceiveFromDate": f"{first:{DAY}}",
            "ReceiveToDate": f"{last:{DAY}}",
        }
        headers = {"MaDonVi": mine.agency, "ApiKey": mine.api_key}
        answer = transport.get(self._client, wire.LIST, wire.Dossiers, headers, query)
        if answer.refusal:
            raise SystemRefused(wire.LIST, 200)
        return tuple(_dossier(row) for row in answer.data)

    def find(self, number: str) -> TransportDossier | None:
        """Return one dossier; a session that is over is begun anew once."""
        answer = self._find(number)
        if answer.refusal == wire.NO_SESSION:
            self._session = ""
            answer = self._find(number)
        if answer.refusal:
            raise SystemRefused(wire.CALL, 200)
        rows = (_dossier(row) for row in answer.data if row.MaHoSo == number)
        return next(rows, None)

    def _find(self, number: str) -> wire.Dossiers:
        if not self._session:
            mine = self._access
            login = wire.Login(username=mine.user, password=mine.password)
            begun = transport.post(self._client, wire.LOGIN, login, wire.Session)
            self._session = begun.session
        asked = wire.Find(session=self._session, mahoso=number)
        return transport.post(self._client, wire.CALL, asked, wire.Dossiers)


def _dossier(row: wire.Dossier) -> TransportDossier:
    return TransportDossier(
        number=row.MaHoSo,
        procedure=row.TenTTHC,
        field=row.TenLinhVuc,
        summary=row.TrichYeuHoSo,
        channel=row.KenhThucHien,
        unit=row.DonViXuLy,
        owner=row.ChuHoSo,
        filed_on=row.NgayGuiHoSo,
        received_on=row.NgayTiepNhan,
        due_on=row.NgayHenTra,
        finished_on=row.NgayKetThucXuLy,
        returned_on=row.NgayTra,
        cancelled_on=row.NgayHuyHoSo,
        status=row.TenTrangThaiHoSo or row.TrangThaiHoSo,
    )
