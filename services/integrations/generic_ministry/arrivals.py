"""A ministry of the shared contract that hands dossiers over (contracts 5.12)."""

import base64
import binascii
import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha256

import httpx
import structlog

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.generic_ministry import arrivals_wire as words
from services.integrations.generic_ministry import wire
from services.integrations.generic_ministry.exchange import GenericMinistry

BACK = timedelta(days=366)  # a dossier nobody could take over stays in their list
ROWS, MOST_PAGES = 100, 50
NATIONAL = re.compile(r"\d\.\d{6}")  # the part that is the same in every province
DIGEST = "sha-256="

logger = structlog.get_logger()


class HandingMinistry(GenericMinistry):
    """The same ministry, where citizens file for units of the province, too."""

    def __init__(
        self,
        client: httpx.Client,
        login: tuple[str, str],
        system: str,
        place: tuple[str, int],
    ) -> None:
        super().__init__(client, *login, system)
        self._unit, self._most_bytes = place

    def waiting(self) -> tuple[str, ...]:
        """Return the codes of “Mới đăng ký”, the oldest first, all pages of them."""
        found: dict[str, str] = {}
        until = clock.now()
        for number in range(1, MOST_PAGES + 1):
            page = self._page(until, number)
            fresh = {row.MaHoSo: row.NgayNopHoSo for row in page.result}
            if not fresh.keys() - found.keys():
                break
            found |= fresh
        return tuple(sorted(found, key=lambda code: (found[code], code)))

    def arrival(self, code: str) -> Arrival | None:
        """Return one whole; a paper that is too heavy is left out.

        The receiving officer then asks for it like for any other that lacks.
        """
        asked = words.Named(MaHoSo=code)
        answer = transport.post(
            self._client, self._path(wire.DETAIL), asked, words.Found
        )
        if answer.error_code == wire.MISSING:
            return None
        row = answer.result
        if answer.error_code != wire.DONE or row is None or row.MaHoSo != code:
            raise SystemUnavailable(wire.DETAIL)  # no answer, or of another dossier
        papers = tuple(
            ArrivedPaper(paper.TenTepDinhKem, data, paper.MaThanhPhanHoSo)
            for paper in row.TaiLieuNop
            if paper.IsDeleted.lower() != "true"
            and (data := self._bytes(paper.TepDinhKemId)) is not None
        )
        return _arrival(row, papers)

    def acknowledge(self, code: str, our_code: str) -> None:
        """Say under which code it is kept here; told again they answer “already”."""
        asked = words.Kept(MaHoSo=[code], MaHoSoDiaPhuong=our_code)
        answer = transport.post(
            self._client, self._path(wire.ACKNOWLEDGE), asked, wire.Items
        )
        taken = [
            one
            for one in answer.result or ()
            if one.MaHoSo == code and one.error_code in wire.TAKEN
        ]
        if answer.error_code not in wire.TAKEN or not taken:
            raise SystemUnavailable(wire.ACKNOWLEDGE)

    def _path(self, call: str) -> str:
        return f"{self._base}/1.0/{call}"

    def _page(self, until: datetime, number: int) -> words.Rows:
        begin, end = (
            clock.local(one).strftime(words.MOMENT) for one in (until - BACK, until)
        )
        asked = words.Wanted(
            MaDonVi=self._unit,
            TuNgay=begin,
            DenNgay=end,
            Trang=number,
            KichThuoc=ROWS,
        )
        page = transport.post(self._client, self._path(wire.LIST), asked, words.Rows)
        if page.error_code != wire.DONE:
            raise SystemUnavailable(wire.LIST)
        return page

    def _bytes(self, paper: str) -> bytes | None:
        """Return the file as it was handed in there; None: heavier than we keep."""
        path = self._path(f"{wire.PAPER}/{paper}")
        try:
            response = self._client.get(path).raise_for_status()
        except transport.AnswerTooLarge:
            logger.warning("paper_left_out", path=path)
            return None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = type(error).__name__
            logger.warning("system_unavailable", path=path, reason=reason)
            raise SystemUnavailable(path) from error
        data = response.content
        if not is_whole(data, response.headers.get("Digest", "")):
            logger.warning("system_unavailable", path=path, reason="digest")
            raise SystemUnavailable(path)
        return data if len(data) <= self._most_bytes else None


def is_whole(data: bytes, digest: str) -> bool:
    """Tell whether the bytes are those the digest was made of (RFC 3230)."""
    name, _, said = digest.strip().partition("=")
    try:
        wanted = base64.b64decode(said, validate=True)
    except binascii.Error:
        return False
    is_known = f"{name.lower()}=" == DIGEST
    return is_known and hmac.compare_digest(wanted, sha256(data).digest())


def _arrival(row: words.Whole, papers: tuple[ArrivedPaper, ...]) -> Arrival:
    national = NATIONAL.match(row.MaTTHC)
    person = ArrivedPerson(
        name=row.ChuHoSo,
        number=row.SoDinhDanh or row.SoGiayToChuHoSo,
        birth_date=row.NgaySinh,
        phone=row.SoDienThoai,
        email=row.Email,
        address=row.DiaChi,
    )
    return Arrival(
        code=row.MaHoSo,
        unit=row.MaDonVi,
        procedure=national.group() if national else row.MaTTHC,
        submitted_at=row.NgayNopHoSo,
        submitter=person,
        request=row.TrichYeuHoSo,
        wants_post=row.HinhThuc == words.BY_POST,
        papers=papers,
    )
