"""The newer central interface behind the same port: tokens, uploads, statuses (C26)."""

import base64
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from typing import TypeVar

import httpx
from pydantic import BaseModel

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.arriving import Arrival
from services.integrations.national_portal import central_wire as wire
from services.integrations.national_portal.access import Access
from services.integrations.national_portal.port import (
    KeptDossier,
    NationalProcedure,
    Said,
    Told,
)
from services.integrations.national_portal.reading import kept_of, only_of
from services.integrations.national_portal.wire import CHUNK, MOMENT

EARLY = 30.0  # seconds before its end at which a token is not begun with any more
R = TypeVar("R", bound=wire.Reply)
ReadFile = Callable[[str], bytes | None]  # by TepDinhKemId; None: not there any more


class CentralNationalPortal:
    """Says the same dossiers in the newer words; files go first, by their bytes.

    It has no catalogue and no TechID to ask for: those questions find nothing.
    """

    def __init__(
        self, client: httpx.Client, access: Access, read_file: ReadFile
    ) -> None:
        self._client, self._access, self._read_file = client, access, read_file
        self._token, self._good_until = "", 0.0

    def save_dossier(self, dossier: Said) -> Told:
        """Create what they do not have, then say where it stands."""
        code = str(dossier["MaHoSo"])
        if not self.find_dossier(code):
            made = self._post(wire.CREATE, self._create(dossier), wire.Reply)
            if not made.is_done and not made.says_exists:
                return _told(made)
        return _told(self._post(wire.STATUS, _status(dossier), wire.Reply))

    def tell_progress(self, lines: Sequence[Said]) -> Told:
        """Send the lines by tens, the earliest first; the first refusal ends it."""
        ordered = sorted(lines, key=lambda line: str(line["ThoiDiemXuLy"]))
        told = Told(True, "0")
        for begin in range(0, len(ordered), CHUNK):
            chunk = wire.Progress(data=ordered[begin : begin + CHUNK])
            told = _told(self._post(wire.PROGRESS, chunk, wire.Reply))
            if not told.is_taken:
                break
        return told

    def find_dossier(self, code: str) -> tuple[KeptDossier, ...]:
        """Return what they have (sandbox contract)."""
        return only_of(code, self._kept(wire.Question(MaHoSo=code)))

    def changed_dossiers(
        self, since: datetime, until: datetime
    ) -> tuple[KeptDossier, ...]:
        """Return what they have of the unit (sandbox contract)."""
        begin, end = (clock.local(one).strftime(MOMENT) for one in (since, until))
        return self._kept(wire.Question(TuNgay=begin, DenNgay=end))

    def waiting(self) -> tuple[str, ...]:
        """Return nothing: this release publishes no way of handing dossiers over."""
        return ()

    def arrival(self, code: str) -> Arrival | None:
        """Return nothing, as nothing waits."""
        return None

    def acknowledge(self, code: str, our_code: str) -> None:
        """Say nothing, as nothing was handed over."""

    def technical_id(self, number: str) -> str:
        """Return nothing: a dossier has no MaDoiTuong here."""
        return ""

    def procedure(self, code: str) -> NationalProcedure | None:
        """Return nothing: the catalogue stays at the older interface."""
        return None

    def procedure_codes(self) -> tuple[str, ...]:
        """Return nothing, as above."""
        return ()

    def _create(self, dossier: Said) -> wire.Create:
        return wire.Create(
            MaHoSo=dossier["MaHoSo"],
            MaTTHC=dossier["MaTTHC"],
            MaDichVuCong=f"{dossier['MaTTHC']}.01",
            ChuHoSo=dossier["ChuHoSo"],
            LoaiDoiTuong=dossier["LoaiDoiTuong"],
            MaDonViTiepNhan=self._access.unit,
            EformThongTinChiTiet={
                name: dossier.get(name)
                for name in ("TrichYeuHoSo", "KenhThucHien", "NgayNopHoSo")
            },
            ThanhPhanHoSo=self._components(dossier),
            ThongTinNguoiNop=wire.Submitter(
                HoTen=dossier["ChuHoSo"],
                SoDinhDanh=dossier["SoGiayToChuHoSo"],
                SoDienThoai=dossier["SoDienThoai"],
                Email=dossier["Email"],
            ),
        )

    def _components(self, dossier: Said) -> list[wire.Component]:
        papers = sorted(dossier["TaiLieuNop"], key=lambda one: one["MaThanhPhanHoSo"])
        found = []
        for code, group in groupby(papers, key=lambda one: one["MaThanhPhanHoSo"]):
            files = [file for file in map(self._upload, group) if file is not None]
            found.append(
                wire.Component(
                    MaThanhPhanHoSo=code,
                    TenThanhPhanHoSo=code,
                    SoLuong=len(files),
                    GiayToDinhKem=files,
                )
            )
        return found

    def _upload(self, paper: Said) -> wire.Attached | None:
        data = self._read_file(paper["TepDinhKemId"])
        if data is None:
            return None
        content = base64.b64encode(data).decode()
        asked = wire.Upload(TenTepTin=paper["TenTepDinhKem"], NoiDung=content)
        kept = self._post(wire.UPLOAD, asked, wire.UploadReply)
        if not kept.is_done or kept.data is None:
            raise SystemUnavailable(wire.UPLOAD)
        return wire.Attached(
            IdGiayTo=kept.data.IdTepTin,
            HashTepTin=kept.data.HashTepTin,
            TenGiayTo=paper["TenTepDinhKem"],
            MaKetQua=paper["MaKetQuaThayThe"],
        )

    def _kept(self, question: wire.Question) -> tuple[KeptDossier, ...]:
        answer = self._post(wire.LOOK_UP, question, wire.KeptReply)
        if not answer.is_done:
            raise SystemUnavailable(wire.LOOK_UP)
        return tuple(kept_of(row) for row in answer.data)

    def _post(self, path: str, question: BaseModel, answer: type[R]) -> R:
        said = self._ask(path, question, answer)
        if said.code in wire.NO_TOKEN:
            self._token = ""
            said = self._ask(path, question, answer)
        if said.code in wire.NO_TOKEN:
            raise SystemUnavailable(path)
        return said

    def _ask(self, path: str, question: BaseModel, answer: type[R]) -> R:
        token = self._token
        if not token or time.monotonic() > self._good_until:
            token = self._fetch_token()
        headers = {"Authorization": f"Bearer {token}"}
        try:
            return transport.post(self._client, path, question, answer, headers)
        except SystemUnavailable:
            self._token = ""  # perhaps it was the token: the next try fetches one
            raise

    def _fetch_token(self) -> str:
        who = wire.Who(client_id=self._access.user, client_secret=self._access.password)
        answer = transport.post(self._client, wire.TOKEN, who, wire.TokenReply)
        if not answer.is_done or answer.data is None:
            raise SystemUnavailable(wire.TOKEN)
        self._token = answer.data.access_token
        self._good_until = time.monotonic() + answer.data.expires_in - EARLY
        return self._token


def _status(dossier: Said) -> wire.Status:
    """Say where it stands; with other statuses fees and results are refused there."""
    status = str(dossier["TrangThaiHoSo"])
    is_rich = status in wire.WITH_RESULTS
    latest = [dossier.get(name) for name in ("NgayTra", "NgayTiepNhan", "NgayNopHoSo")]
    return wire.Status(
        MaHoSo=dossier["MaHoSo"],
        TrangThai=status,
        ThoiGian=next((str(one) for one in latest if one), ""),
        DanhSachLePhi=dossier["DanhSachLePhi"] if is_rich else None,
        DanhSachGiayToKetQua=dossier["DanhSachGiayToKetQua"] if is_rich else None,
    )


def _told(answer: wire.Reply) -> Told:
    return Told(answer.is_done, answer.code, answer.message)
