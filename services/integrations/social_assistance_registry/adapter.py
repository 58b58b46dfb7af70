"""The social assistance registry behind the data gateway (contracts 1 A, 5.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
import structlog
from pydantic import ValidationError

from services.core.clock import local, now
from services.core.errors import SystemUnavailable
from services.integrations import octets, transport
from services.integrations.arriving import Arrival, ArrivedPaper
from services.integrations.gateway import GatewayLogin
from services.integrations.generic_ministry.port import Said, Told
from services.integrations.social_assistance_registry import wire
from services.integrations.social_assistance_registry.extent import pack, unpack
from services.integrations.social_assistance_registry.filed import as_arrival
from services.integrations.social_assistance_registry.port import PAPERS, RESULTS

BACK = timedelta(days=30)  # what was filed before is not looked for any more
WINDOW = timedelta(days=10)  # of one question
logger = structlog.get_logger()


@dataclass(frozen=True)
class Access:
    """What opens the gateway and the registry, and as whom the province speaks."""

    key: str
    secret: str
    accept_key: str
    account: str  # TaiKhoanXuLy
    province: str  # MaTinh
    service: str = "apiBTXH"  # moves with the ministry that owns it


class HttpSocialAssistanceRegistry:
    """Tells dossiers under our code or theirs; the key is added here and kept nowhere."""

    def __init__(self, client: httpx.Client, access: Access) -> None:
        client.auth = GatewayLogin(client.base_url, access.key, access.secret)
        self._client, self._access = client, access

    def save_dossier(self, dossier: Said) -> Told:
        """Send it; the call creates and brings up to date alike."""
        papers = dossier.get(PAPERS, ()), dossier.get(RESULTS, ())
        flat = {k: v for k, v in dossier.items() if k not in (PAPERS, RESULTS)}
        return self._tell(wire.SAVE, {**flat, wire.EXTENT: pack(*papers)})

    def tell_progress(self, line: Said) -> Told:
        """Send one line, in the name of the province's account."""
        return self._tell(wire.PROGRESS, {"TaiKhoanXuLy": self._access.account, **line})

    def waiting(self) -> tuple[str, ...]:
        """Read what was filed there lately and bears no code of ours yet."""
        rows = [row for row in self._rows() if not row.MaHoSoTiepNhan]
        rows.sort(key=lambda row: row.SubmitedDate)
        return tuple(dict.fromkeys(row.MaHoSo for row in rows))

    def arrival(self, code: str) -> Arrival | None:
        """Find it in the list, which tells all of it but the files."""
        row = next((row for row in self._rows() if row.MaHoSo == code), None)
        return as_arrival(row, self._papers(row)) if row else None

    def acknowledge(self, code: str, our_code: str) -> None:
        """Say our code in a line of progress that moves nothing (sandbox contract)."""
        account = self._access.account
        told = self.tell_progress(
            {
                "MaHoSo": code,
                "MaHoSoTiepNhan": our_code,
                "NguoiXuLy": account,
                "ThoiDiemXuLy": _written(now()),
                "DonViXuLy": account,
                "NoiDungXuLy": our_code,
            }
        )
        if not told.is_taken:
            raise SystemUnavailable(wire.PROGRESS)

    def _tell(self, call: str, said: Said) -> Told:
        """Judge the body; a fault of their own is no verdict on what was sent."""
        sent = wire.Sent(AcceptKey=self._access.accept_key, **said)
        answer = transport.post(self._client, self._path(call), sent, wire.Answer)
        if answer.error_code == wire.BUSY:
            raise SystemUnavailable(call)
        reference = str(said["MaHoSo"]) if answer.is_taken else ""
        return Told(answer.is_taken, answer.error_code, answer.message, reference)

    def _rows(self) -> Iterator[wire.Row]:
        """Ask window by window, the latest first: one answer stays small."""
        until = now()
        oldest = until - BACK
        while until > oldest:
            asked = wire.Asked(
                AcceptKey=self._access.accept_key,
                MaTinh=self._access.province,
                ThoiGianBatDau=_written(until - WINDOW),
                ThoiGianKetThuc=_written(until),
            )
            path = self._path(wire.PULL)
            answer = transport.post(self._client, path, asked, wire.Rows)
            if answer.error_code != wire.DONE:
                raise SystemUnavailable(wire.PULL)
            yield from filter(None, map(_read, answer.data))
            until -= WINDOW

    def _papers(self, row: wire.Row) -> tuple[ArrivedPaper, ...]:
        return tuple(
            ArrivedPaper(
                paper.TenTepDinhKem,
                octets.fetch(self._client, self._own(paper.DuongDanTaiTepTin)),
                paper.MaThanhPhanHoSo,
            )
            for paper in unpack(row.CertificateExtentData)
        )

    def _own(self, address: str) -> str:
        """Return an address of theirs; our token is carried to nobody else."""
        home = self._client.base_url
        try:
            found = home.join(address)
        except httpx.InvalidURL:
            raise SystemUnavailable(wire.PULL) from None
        if (found.scheme, found.netloc) != (home.scheme, home.netloc):
            raise SystemUnavailable(wire.PULL)
        return str(found)

    def _path(self, call: str) -> str:
        return f"{self._access.service}/{call}"


def _read(said: Said) -> wire.Row | None:
    """Return a row; one that lacks what makes it a dossier stays in their list."""
    try:
        return wire.Row.model_validate(said)
    except ValidationError:
        logger.warning("row_unreadable", path=wire.PULL)
        return None


def _written(moment: datetime) -> str:
    return local(moment).strftime(wire.MOMENT)
