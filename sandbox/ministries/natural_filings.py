"""What was filed with the environment ministry, and what the provinces told of it."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import uuid4

from sandbox.journal import Journal
from sandbox.ministries.generic_ledger import (
    BAD,
    EXISTS,
    MISSING,
    ORDER,
    TAKEN,
    Verdict,
)
from sandbox.ministries.natural_catalogue import Handed
from sandbox.ministries.record_board import now
from sandbox.ministries.sync_words import (
    END,
    MOMENT,
    NEEDED,
    NEEDED_OF_PROGRESS,
    STATUSES,
)

NO_RIGHT, NEW = "-4", "1"
AGENCY = "000.00.19.G14"
UNKNOWN: Verdict = (MISSING, "Không có hồ sơ này")

Row = dict[str, Any]  # JSON


class Filings:
    """Dossiers by their code; each effect once, on the disk before it is answered."""

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder / "natural_resources.jsonl")
        self._papers = folder / "natural_resources_papers"
        self._papers.mkdir(parents=True, exist_ok=True)
        self._lock = RLock()
        self.dossiers: dict[str, Row] = {}
        self._seen: set[str] = set()  # lines of progress that were taken
        self._sent: dict[str, str] = {}  # press → code of what it filed
        for line in self._journal.rows:
            self._apply(line)

    def file(
        self, row: Row, papers: Sequence[Handed], press: str, code: str = ""
    ) -> str:
        """Keep what was handed in; the same press is the same dossier."""
        with self._lock:
            if press in self._sent:
                return self._sent[press]
            kept = [
                {
                    "TepDinhKemId": self._store(one.data),
                    "TenTepDinhKem": one.name,
                    "IsDeleted": "False",
                    "MaThanhPhanHoSo": one.component,
                }
                for one in papers
            ]
            number = len(self.dossiers) + 1
            code = code or f"{AGENCY}-{now():%y%m%d}-{number:06d}"
            filed = {
                "MaHoSo": code,
                "NgayNopHoSo": f"{now():%Y%m%d%H%M%S}",
                **row,
                "TrangThaiHoSo": NEW,
                "TaiLieuNop": kept,
            }
            self._keep({"act": "file", "row": filed, "press": press})
            return code

    def waiting(self, unit: str, since: str, until: str) -> list[Row]:
        """Return what nobody acknowledged, of a unit and those below, oldest first."""
        return [
            row
            for row in self.dossiers.values()
            if row["TrangThaiHoSo"] == NEW
            and not row["MaHoSoDiaPhuong"]
            and f"{row['MaDonVi']}.".startswith(f"{unit}.")
            and since <= row["NgayNopHoSo"] <= until
        ]

    def acknowledge(self, code: str, ours: str) -> Verdict:
        """Note as which dossier of the province it is kept; the first answer stands."""
        with self._lock:
            if code not in self.dossiers:
                return UNKNOWN
            if not ours:
                return BAD, "Thiếu trường MaHoSoDiaPhuong"
            if self.dossiers[code]["MaHoSoDiaPhuong"]:
                return EXISTS, "Hồ sơ đã được xác nhận"
            self._keep({"act": "keep", "row": {"MaHoSo": code, "theirs": ours}})
            return TAKEN

    def add_progress(self, row: Row) -> Verdict:
        """Take a line in the order of time; told again it is no second."""
        with self._lock:
            if fault := _fault_of(row, NEEDED_OF_PROGRESS, "ThoiDiemXuLy", "TrangThai"):
                return fault
            if row["MaHoSo"] not in self.dossiers:
                return UNKNOWN
            if _digest(row) in self._seen:
                return TAKEN
            mine = self.dossiers[row["MaHoSo"]]
            lines = mine["TienDo"]
            if lines and row["ThoiDiemXuLy"] < lines[-1]["ThoiDiemXuLy"]:
                return ORDER, "Tiến độ không theo thứ tự thời gian"
            if fault := _backwards(mine["TrangThaiHoSo"], str(row["TrangThai"])):
                return fault
            self._keep({"act": "progress", "row": row})
            return TAKEN

    def update(self, row: Row, is_update: bool) -> Verdict:
        """Bring a dossier filed here up to date; nothing is created from outside."""
        with self._lock:
            if fault := _fault_of(row, NEEDED, "NgayNopHoSo", "TrangThaiHoSo"):
                return fault
            mine = self.dossiers.get(row["MaHoSo"])
            if not is_update:
                denied = NO_RIGHT, "Hồ sơ phải nộp tại Cổng của Bộ"
                return (EXISTS, "Hồ sơ đã tồn tại") if mine else denied
            if mine is None:
                return UNKNOWN
            if fault := _backwards(mine["TrangThaiHoSo"], str(row["TrangThaiHoSo"])):
                return fault
            if mine.get("told") != row:
                self._keep({"act": "update", "row": row})
            return TAKEN

    def newest_first(self) -> list[Row]:
        """Return every dossier, the latest first."""
        return [self.show(code) for code in reversed(self.dossiers)]

    def show(self, code: str) -> Row:
        """Return one with the words of its state."""
        row = self.dossiers[code]
        return {**row, "words": STATUSES[row["TrangThaiHoSo"]]}

    def paper(self, wanted: str) -> tuple[str, bytes] | None:
        """Return the name and the bytes of a file."""
        for row in self.dossiers.values():
            for one in row["TaiLieuNop"]:
                if one["TepDinhKemId"] == wanted:
                    return one["TenTepDinhKem"], (self._papers / wanted).read_bytes()
        return None

    def _store(self, data: bytes) -> str:
        name = uuid4().hex
        (self._papers / name).write_bytes(data)
        return name

    def _keep(self, line: Row) -> None:
        self._journal.append(str(len(self._journal.rows) + 1), line)
        self._apply(line)

    def _apply(self, line: Row) -> None:
        act, row = line["act"], line["row"]
        code = row["MaHoSo"]
        if act == "file":
            added: Row = {"MaHoSoDiaPhuong": "", "TienDo": [], "KetQua": []}
            self.dossiers[code] = {**row, **added}
            self._sent[line["press"]] = code
            return
        mine = self.dossiers[code]
        if act == "keep":
            mine["MaHoSoDiaPhuong"] = row["theirs"]
        elif act == "progress":
            self._seen.add(_digest(row))
            mine["TienDo"].append(row)
            mine["TrangThaiHoSo"] = str(row["TrangThai"])
        else:
            mine["told"], mine["TrangThaiHoSo"] = row, str(row["TrangThaiHoSo"])
            mine["KetQua"] = row.get("DanhSachGiayToKetQua") or mine["KetQua"]


def _fault_of(
    row: Row, needed: tuple[str, ...], moment: str, status: str
) -> Verdict | None:
    for name in needed:
        if row.get(name) in (None, ""):
            return BAD, f"Thiếu trường {name}"
    if not MOMENT.fullmatch(str(row[moment])):
        return BAD, f"Trường {moment} sai định dạng yyyyMMddHHmmss"
    if str(row[status]) not in STATUSES:
        return BAD, f"Trường {status} không có trong danh mục"
    return None


def _backwards(before: str, after: str) -> Verdict | None:
    if before == END != after:
        return ORDER, "Hồ sơ đã trả kết quả, không chuyển về trạng thái trước"
    if before != NEW and after == NEW:
        return ORDER, "Hồ sơ không quay về trạng thái mới đăng ký"
    return None


def _digest(row: Row) -> str:
    told = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
