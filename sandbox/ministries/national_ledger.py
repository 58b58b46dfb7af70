"""What the national portal keeps of dossiers: taken by its rules, on the disk first."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from sandbox.journal import Journal
from sandbox.ministries.national_catalogue import Catalogue
from sandbox.ministries.sync_words import (
    CODE,
    END,
    MOMENT,
    NEEDED,
    NEEDED_OF_PROGRESS,
    STATUSES,
)

DONE, BAD, NO = "0", "-1", "-3"
MOMENTS = ("NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayTra", "NgayKetThucXuLy")
LONGEST = {"TrichYeuHoSo": 1000, "NguoiXuLy": 50}
MOST = 10  # progress rows in a call

Row = dict[str, Any]  # JSON
Verdict = tuple[str, str]  # error_code, message
TAKEN: Verdict = (DONE, "Thành công")


class NationalLedger:
    """Dossiers and progress; each effect once, however often it is told."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._journal = Journal(folder / "national_portal.jsonl")
        self._catalogue, self._lock = catalogue, Lock()
        self._seen: set[str] = set()  # progress rows that were taken
        self.dossiers: dict[str, list[Row]] = {}  # code → rows; more than one: doubled
        self.progress: dict[str, list[Row]] = {}
        for line in self._journal.rows:
            self._apply(line)

    def save(self, row: Row, unit: str, is_update: bool) -> Verdict:
        """Create or update by the rules of the contract."""
        with self._lock:
            if fault := self._fault_of(row):
                return fault
            kept = self.dossiers.get(row["MaHoSo"], [])
            if kept and not is_update:
                return BAD, "Hồ sơ đã tồn tại"
            if is_update and not kept:
                return NO, "Mã hồ sơ không tồn tại"
            if kept and _leads_back(kept[0]["TrangThaiHoSo"], row["TrangThaiHoSo"]):
                return NO, "Hồ sơ đã kết thúc, không chuyển về trạng thái trước"
            if kept != [{**row, "madonvi": unit}]:
                self._keep("save", {**row, "madonvi": unit})
            return TAKEN

    def add_progress(self, rows: list[Row]) -> Verdict:
        """Take rows of known dossiers, all or none; a row told again is no second."""
        with self._lock:
            if not 0 < len(rows) <= MOST:
                return BAD, "Mỗi lần gửi từ 1 đến 10 tiến độ"
            for row in rows:
                if fault := self._fault_of_progress(row):
                    return fault
            for row in rows:
                if _digest(row) not in self._seen:
                    self._keep("progress", row)
            return TAKEN

    def change(self, code: str, change: str, value: str = "") -> bool:
        """Let the other side differ, for whoever tests the comparison."""
        with self._lock:
            acts = {"forget", "status", "owner", "fee", "no_result", "double", "invent"}
            if change not in acts or (change != "invent" and code not in self.dossiers):
                return False
            if not CODE.fullmatch(code) or (
                change == "status" and value not in STATUSES
            ):
                return False
            self._keep(change, {"MaHoSo": code, "value": value})
            return True

    def find(self, code: str) -> list[Row]:
        """Return what is kept under a code."""
        return self.dossiers.get(code, [])

    def between(self, begin: str, end: str) -> list[Row]:
        """Return the dossiers handed in between two moments."""
        return [
            row
            for rows in self.dossiers.values()
            for row in rows
            if begin <= str(row.get("NgayNopHoSo") or "") <= end
        ]

    def newest_first(self) -> list[Row]:
        """Return every dossier with its progress, the latest first."""
        return [
            {
                **row,
                "TienDo": self.progress.get(code, []),
                "words": STATUSES.get(str(row["TrangThaiHoSo"]), ""),
            }
            for code, rows in reversed(self.dossiers.items())
            for row in rows
        ]

    def _fault_of(self, row: Row) -> Verdict | None:
        for name in NEEDED:
            if row.get(name) in (None, ""):
                return BAD, f"Thiếu trường {name}"
        for name in MOMENTS:
            if row.get(name) and not MOMENT.fullmatch(str(row[name])):
                return BAD, f"Trường {name} sai định dạng yyyyMMddHHmmss"
        if not CODE.fullmatch(str(row["MaHoSo"])):
            return BAD, "Mã hồ sơ sai quy cách"
        if not self._catalogue.knows(str(row["MaTTHC"])):
            return NO, "Mã thủ tục không có trong danh mục"
        return _common_fault(row, "TrangThaiHoSo")

    def _fault_of_progress(self, row: Row) -> Verdict | None:
        for name in NEEDED_OF_PROGRESS:
            if row.get(name) in (None, ""):
                return BAD, f"Thiếu trường {name}"
        if not MOMENT.fullmatch(str(row["ThoiDiemXuLy"])):
            return BAD, "Trường ThoiDiemXuLy sai định dạng yyyyMMddHHmmss"
        kept = self.dossiers.get(row["MaHoSo"])
        if not kept:
            return NO, "Mã hồ sơ không tồn tại"
        return _common_fault(row, "TrangThai")

    def _keep(self, act: str, row: Row) -> None:
        line = {"act": act, "row": row}
        self._journal.append(str(len(self._journal.rows) + 1), line)
        self._apply(line)

    def _apply(self, line: Row) -> None:
        act, row = line["act"], line["row"]
        code = row["MaHoSo"]
        if act == "save":
            self.dossiers.pop(code, None)
            self.dossiers[code] = [row]
        elif act == "progress":
            self._seen.add(_digest(row))
            self.progress.setdefault(code, []).append(row)
        else:
            CHANGES[act](self.dossiers, code, row["value"])


def _common_fault(row: Row, status: str) -> Verdict | None:
    if str(row[status]) not in STATUSES:
        return BAD, f"Trường {status} không có trong danh mục"
    for name, most in LONGEST.items():
        if len(str(row.get(name) or "")) > most:
            return BAD, f"Trường {name} dài quá {most} ký tự"
    return None


def _leads_back(before: object, after: object) -> bool:
    return str(before) == END != str(after)


def _digest(row: Row) -> str:
    told = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _set(name: str) -> Callable[[dict[str, list[Row]], str, str], None]:
    def write(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
        dossiers[code] = [{**dossiers[code][0], name: value}]

    return write


def _forget(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    dossiers.pop(code)


def _fee(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    line = {"TenPhiLePhi": "Lệ phí", "Gia": value or "1000"}
    dossiers[code] = [{**dossiers[code][0], "DanhSachLePhi": [line]}]


def _no_result(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    dossiers[code] = [{**dossiers[code][0], "DanhSachGiayToKetQua": []}]


def _owner(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    other = {"ChuHoSo": value or "Trần Văn Khác", "SoGiayToChuHoSo": "999000000000"}
    dossiers[code] = [{**dossiers[code][0], **other}]


def _double(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    dossiers[code] = [dossiers[code][0], dict(dossiers[code][0])]


def _invent(dossiers: dict[str, list[Row]], code: str, value: str) -> None:
    row = {"MaHoSo": code, "MaTTHC": "1.001193", "ChuHoSo": "Người Hư Cấu"}
    dossiers[code] = [{**row, "TrangThaiHoSo": "2", "NgayNopHoSo": value}]


CHANGES: dict[str, Callable[[dict[str, list[Row]], str, str], None]] = {
    "forget": _forget,
    "status": _set("TrangThaiHoSo"),
    "owner": _owner,
    "fee": _fee,
    "no_result": _no_result,
    "double": _double,
    "invent": _invent,
}
