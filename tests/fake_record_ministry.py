"""A ministry of the shared contract in memory, with the rules of its sandbox."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.generic_ministry.port import Said, Told

TAKEN = Told(True, "0", "Thành công")
RETURNED = "10"


def number_of(record: Said) -> str:
    """Return the number of a permit, or of a document."""
    return str(record.get("SoGiayPhep") or record.get("VanBan", {}).get("SoVanBan", ""))


@dataclass
class FakeRecordMinistry:
    """Keeps dossiers, progress and records; refuses what it does not know."""

    dossiers: dict[str, Said] = field(default_factory=dict)
    progress: list[Said] = field(default_factory=list)
    records: dict[str, Said] = field(default_factory=dict)  # by their number
    refuses: dict[str, str] = field(default_factory=dict)  # dossier → words, once
    is_down: bool = False

    def save_dossier(self, dossier: Said) -> Told:
        """Keep it; from the end no way leads back."""
        self._answer()
        if dossier["MaTTHC"] == "9.999999":
            return Told(False, "-1", "MaTTHC không có trong danh mục")
        before = self.dossiers.get(dossier["MaHoSo"])
        if before and before["TrangThaiHoSo"] == RETURNED != dossier["TrangThaiHoSo"]:
            return Told(False, "-3", "Hồ sơ đã kết thúc")
        self.dossiers[dossier["MaHoSo"]] = dossier
        return TAKEN

    def tell_progress(self, line: Said) -> Told:
        """Keep a line of a dossier they know, once."""
        self._answer()
        if line["MaHoSo"] not in self.dossiers:
            return Told(False, "-2", "Không có hồ sơ này")
        if line not in self.progress:
            self.progress.append(line)
        return TAKEN

    def save_record(self, record: Said) -> Told:
        """Keep it under its number and issuer."""
        self._answer()
        if words := self.refuses.pop(record["MaHoSo"], ""):
            return Told(False, "-1", words)
        if record["MaHoSo"] not in self.dossiers:
            return Told(False, "-2", "Không có hồ sơ này")
        for name in ("CoQuanCap", "NguoiKy"):
            if not record.get(name):
                return Told(False, "-1", f"Thiếu trường {name}")
        key = f"{number_of(record)}|{record['CoQuanCap']}"
        known = [number for number, kept in self.records.items() if kept["key"] == key]
        number = known[0] if known else f"DB-{len(self.records) + 1}"
        if known and self.records[number]["MaHoSo"] != record["MaHoSo"]:
            return Told(False, "-1", "Số này đã cấp cho hồ sơ khác")
        self.records[number] = {**record, "key": key}
        return Told(True, "0", "Thành công", number)

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("record ministry")
