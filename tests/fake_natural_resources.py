"""The environment ministry in memory, with the rules of its sandbox."""

from dataclasses import dataclass, field

from services.integrations.generic_ministry.port import Said, Told
from tests.fake_arrivals import FakeArrivals

TAKEN = Told(True, "0", "Thành công")
UNKNOWN = Told(False, "-2", "Không có hồ sơ này")
LATE = Told(False, "-3", "Tiến độ không theo thứ tự thời gian")
RETURNED = "10"


@dataclass
class FakeNaturalResources(FakeArrivals):
    """Hands dossiers over, and keeps what it is told of them alone."""

    progress: list[Said] = field(default_factory=list)
    results: dict[str, Said] = field(default_factory=dict)

    def tell_progress(self, line: Said) -> Told:
        """Keep a line of a dossier filed there, once and in order."""
        self._answer()
        if line["MaHoSo"] not in self.filed:
            return UNKNOWN
        mine = [row for row in self.progress if row["MaHoSo"] == line["MaHoSo"]]
        if line in mine:
            return TAKEN
        if mine and line["ThoiDiemXuLy"] < mine[-1]["ThoiDiemXuLy"]:
            return LATE
        self.progress.append(line)
        return TAKEN

    def tell_result(self, dossier: Said) -> Told:
        """Keep the dossier as it stands; from the end no way leads back."""
        self._answer()
        code = dossier["MaHoSo"]
        if code not in self.filed:
            return UNKNOWN
        before = self.results.get(code)
        if before and before["TrangThaiHoSo"] == RETURNED != dossier["TrangThaiHoSo"]:
            return Told(False, "-3", "Hồ sơ đã trả kết quả")
        self.results[code] = dossier
        return TAKEN
