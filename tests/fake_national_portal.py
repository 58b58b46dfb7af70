"""The national portal in memory, with the rules of its sandbox."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from services.integrations.national_portal.port import (
    KeptDossier,
    NationalFee,
    NationalProcedure,
    Said,
    Told,
    Way,
)
from tests.fake_arrivals import FakeArrivals

TAKEN = Told(True, "0", "Thành công")
RETURNED = "10"
CERTIFICATION = NationalProcedure(
    code="2.000815",
    name="Chứng thực bản sao từ bản chính giấy tờ, văn bản",
    is_public=True,
    promulgated_by="G15",
    sectors=("Chứng thực",),
    papers=(("G01", "Bản chính giấy tờ, văn bản"),),
    results=(("KQ.G15.000031", "Bản sao được chứng thực"),),
    fees=(NationalFee("PLP-000815-1", 2000, "Mỗi trang", Way.DIRECT),),
)


def keeps(row: Said) -> KeptDossier:
    """Return what a dossier told comes back as."""
    return KeptDossier(
        code=row["MaHoSo"],
        status=int(row["TrangThaiHoSo"]),
        owner_name=row["ChuHoSo"],
        owner_number=row.get("SoGiayToChuHoSo") or "",
        fee=sum(int(line["Gia"]) for line in row.get("DanhSachLePhi", ())),
        has_result=bool(row.get("DanhSachGiayToKetQua")),
    )


@dataclass
class FakeNationalPortal(FakeArrivals):
    """Keeps dossiers and progress; refuses what it does not know."""

    dossiers: dict[str, Said] = field(default_factory=dict)
    progress: list[Said] = field(default_factory=list)
    more: list[KeptDossier] = field(default_factory=list)  # put there by a test
    technical_ids: dict[str, str] = field(default_factory=dict)

    def save_dossier(self, dossier: Said) -> Told:
        """Keep it; from the end no way leads back."""
        self._answer()
        if dossier["MaTTHC"] == "9.999999":
            return Told(False, "-3", "MaTTHC không tồn tại")
        before = self.dossiers.get(dossier["MaHoSo"])
        if before and before["TrangThaiHoSo"] == RETURNED != dossier["TrangThaiHoSo"]:
            return Told(False, "-3", "Hồ sơ đã kết thúc")
        self.dossiers[dossier["MaHoSo"]] = dict(dossier)
        return TAKEN

    def tell_progress(self, lines: Sequence[Said]) -> Told:
        """Keep each line once."""
        self._answer()
        for line in sorted(lines, key=lambda one: str(one["ThoiDiemXuLy"])):
            if line["MaHoSo"] not in self.dossiers:
                return Told(False, "-3", "Mã hồ sơ không tồn tại")
            if line not in self.progress:
                self.progress.append(line)
        return TAKEN

    def find_dossier(self, code: str) -> tuple[KeptDossier, ...]:
        """Return what is kept under a code."""
        self._answer()
        found = [keeps(row) for row in self.dossiers.values() if row["MaHoSo"] == code]
        return (*found, *(one for one in self.more if one.code == code))

    def changed_dossiers(
        self, since: datetime, until: datetime
    ) -> tuple[KeptDossier, ...]:
        """Return all there is: the fake has no clock."""
        self._answer()
        return (*(keeps(row) for row in self.dossiers.values()), *self.more)

    def technical_id(self, number: str) -> str:
        """Return what a test said of the number."""
        self._answer()
        return self.technical_ids.get(number, "")

    def procedure(self, code: str) -> NationalProcedure | None:
        """Return the one procedure there is."""
        self._answer()
        return CERTIFICATION if code == CERTIFICATION.code else None

    def procedure_codes(self) -> tuple[str, ...]:
        """Return the catalogue."""
        self._answer()
        return (CERTIFICATION.code,)
