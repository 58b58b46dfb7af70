"""Dossiers filed at the national portal: read whole, acknowledged when they are kept."""

import base64
import binascii
import hashlib
from datetime import date, datetime

from services.core.clock import ZONE
from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.national_portal import filing_wire as wire
from services.integrations.national_portal.session import VxpSession
from services.integrations.national_portal.wire import MOMENT, Answer

DAY = "%d/%m/%Y"


class Filings:
    """An ArrivalSource over the VXP adapter."""

    def __init__(self, session: VxpSession) -> None:
        self._session = session

    def waiting(self) -> tuple[str, ...]:
        """Page until a page is not full."""
        codes: list[str] = []
        page = 1
        while True:
            answer = self._session.call(
                wire.WAITING, wire.WaitingRows, Trang=page, KichThuoc=wire.PAGE
            )
            _require(answer, wire.WAITING)
            codes += [row.MaHoSo for row in answer.result]
            if len(answer.result) < wire.PAGE:
                return tuple(dict.fromkeys(codes))
            page += 1

    def arrival(self, code: str) -> Arrival | None:
        """Return the dossier with the bytes of its papers, or None."""
        answer = self._session.call(wire.DETAIL, wire.FiledDossiers, MaHoSo=code)
        if answer.says_missing or (answer.is_done and not answer.result):
            return None
        _require(answer, wire.DETAIL)
        row = answer.result[0]
        if row.MaHoSo != code:  # another person's dossier
            raise SystemUnavailable(wire.DETAIL)
        return Arrival(
            code=code,
            unit=row.MaDonVi,
            procedure=row.MaTTHC,
            submitted_at=_moment(row.NgayNopHoSo),
            submitter=_person(row),
            applicant=row.ChuHoSo,
            request=row.TrichYeuHoSo,
            wants_post=row.HinhThuc == wire.BY_POST,
            papers=tuple(self._paper(paper) for paper in row.TaiLieuNop),
        )

    def acknowledge(self, code: str, our_code: str) -> None:
        """Tell them once more; “already” is a yes."""
        answer = self._session.call(
            wire.TAKEN, Answer, MaHoSo=code, MaHoSoDiaPhuong=our_code
        )
        if not answer.says_exists:
            _require(answer, wire.TAKEN)

    def _paper(self, paper: wire.FiledPaper) -> ArrivedPaper:
        answer = self._session.call(
            wire.FILE, wire.FileRows, TepDinhKemId=paper.TepDinhKemId
        )
        _require(answer, wire.FILE)
        if not answer.result:
            raise SystemUnavailable(wire.FILE)
        row = answer.result[0]
        try:
            data = base64.b64decode(row.DuLieu, validate=True)
        except binascii.Error:
            raise SystemUnavailable(wire.FILE) from None
        if row.Hash and hashlib.sha256(data).hexdigest() != row.Hash.lower():
            raise SystemUnavailable(wire.FILE)  # cut or changed on its way
        name = paper.TenTepDinhKem or row.TenTepDinhKem or paper.TepDinhKemId
        return ArrivedPaper(name, data, paper.MaThanhPhanHoSo)


def _person(row: wire.FiledDossier) -> ArrivedPerson:
    return ArrivedPerson(
        name=row.TenNguoiNop or row.ChuHoSo,
        number=row.SoDinhDanhNguoiNop,
        birth_date=_day(row.NgaySinh),
        phone=row.SoDienThoai,
        email=row.Email,
        address=row.DiaChi,
    )


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, DAY).replace(tzinfo=ZONE).date()
    except ValueError:
        return None


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, MOMENT).replace(tzinfo=ZONE)
    except ValueError:
        raise SystemUnavailable(wire.DETAIL) from None


def _require(answer: Answer, service: str) -> None:
    if not answer.is_done:
        raise SystemUnavailable(service)
