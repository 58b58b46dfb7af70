"""What a ministry of the shared contract keeps: taken by its rules, on the disk first."""

import hashlib
import json
import re
from dataclasses import dataclass
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

DONE, EXISTS, BAD, MISSING, ORDER = "0", "1", "-1", "-2", "-3"
DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
HASH = re.compile(r"[0-9a-f]{64}")

Row = dict[str, Any]  # JSON
Verdict = tuple[str, str]  # error_code, message
TAKEN: Verdict = (DONE, "Thành công")


@dataclass(frozen=True)
class RecordRules:
    """What a record must say, and what makes two records one."""

    needed: tuple[str, ...]
    days: tuple[str, ...]
    number: str  # where its number stands
    choices: tuple[str, tuple[str, ...]] = ("", ())


class GenericLedger:
    """Dossiers, progress and records; each effect once, however often it is told."""

    def __init__(self, path: Path, catalogue: Catalogue, rules: RecordRules) -> None:
        self._journal = Journal(path)
        self._catalogue, self._rules, self._lock = catalogue, rules, Lock()
        self._seen: set[str] = set()  # progress rows that were taken
        self.dossiers: dict[str, Row] = {}
        self.progress: dict[str, list[Row]] = {}
        self.records: dict[str, Row] = {}  # MaDongBo → record
        self.refusals: dict[str, str] = {}  # dossier → words for its next record
        for line in self._journal.rows:
            self._apply(line)

    def save(self, row: Row, is_update: bool) -> Verdict:
        """Create or update by the rules of the contract."""
        with self._lock:
            if fault := self._fault_of(row):
                return fault
            kept = self.dossiers.get(row["MaHoSo"])
            if kept and not is_update:
                return EXISTS, "Hồ sơ đã tồn tại"
            if is_update and not kept:
                return MISSING, "Không có hồ sơ này"
            ended = kept is not None and str(kept["TrangThaiHoSo"]) == END
            if ended and str(row["TrangThaiHoSo"]) != END:
                return ORDER, "Hồ sơ đã trả kết quả, không chuyển về trạng thái trước"
            if kept != row:
                self._keep("save", row)
            return TAKEN

    def add_progress(self, row: Row) -> Verdict:
        """Take a row of a known dossier; told again it is no second."""
        with self._lock:
            for name in NEEDED_OF_PROGRESS:
                if row.get(name) in (None, ""):
                    return BAD, f"Thiếu trường {name}"
            if not MOMENT.fullmatch(str(row["ThoiDiemXuLy"])):
                return BAD, "Trường ThoiDiemXuLy sai định dạng yyyyMMddHHmmss"
            if str(row["TrangThai"]) not in STATUSES:
                return BAD, "Trường TrangThai không có trong danh mục"
            if row["MaHoSo"] not in self.dossiers:
                return MISSING, "Không có hồ sơ này"
            if _digest(row) not in self._seen:
                self._keep("progress", row)
            return TAKEN

    def keep_record(self, row: Row) -> tuple[str, str, str]:
        """Take a record of a known dossier; return code, words and its number here."""
        with self._lock:
            if words := self.refusals.get(str(row.get("MaHoSo")), ""):
                self._keep("refused", {"MaHoSo": row["MaHoSo"]})
                return BAD, words, ""
            if fault := self._fault_of_record(row):
                return *fault, ""
            number = self._number_of(row)
            if number and self.records[number]["MaHoSo"] != row["MaHoSo"]:
                name = self._rules.number
                return BAD, f"{name} này đã đồng bộ cho hồ sơ khác", ""
            number = number or f"DB-{len(self.records) + 1:06d}"
            record = {**row, "MaDongBo": number}
            if self.records.get(number) != record:
                self._keep("record", record)
            return *TAKEN, number

    def refuse_next(self, code: str, words: str) -> bool:
        """Give the next record of this dossier back, with these words."""
        with self._lock:
            if code not in self.dossiers or not words:
                return False
            self._keep("refuse", {"MaHoSo": code, "words": words})
            return True

    def newest_first(self) -> list[Row]:
        """Return every dossier with its progress and records, the latest first."""
        return [self.show(code) for code in reversed(self.dossiers)]

    def show(self, code: str) -> Row:
        """Return one dossier as the pages show it."""
        row = self.dossiers[code]
        records = [one for one in self.records.values() if one["MaHoSo"] == code]
        return {
            **row,
            "words": STATUSES.get(str(row["TrangThaiHoSo"]), ""),
            "TienDo": [
                {**step, "words": STATUSES[str(step["TrangThai"])]}
                for step in self.progress.get(code, [])
            ],
            "GiayPhep": records,
            "refusal": self.refusals.get(code, ""),
        }

    def _number_of(self, row: Row) -> str:
        wanted = self._key_of(row)
        found = [n for n, kept in self.records.items() if self._key_of(kept) == wanted]
        return found[0] if found else ""

    def _key_of(self, row: Row) -> tuple[str, str]:
        return str(value_at(row, self._rules.number)), str(row.get("CoQuanCap"))

    def _fault_of(self, row: Row) -> Verdict | None:
        for name in NEEDED:
            if row.get(name) in (None, ""):
                return BAD, f"Thiếu trường {name}"
        if not MOMENT.fullmatch(str(row["NgayNopHoSo"])):
            return BAD, "Trường NgayNopHoSo sai định dạng yyyyMMddHHmmss"
        if not CODE.fullmatch(str(row["MaHoSo"])):
            return BAD, "Mã hồ sơ sai quy cách"
        if not self._catalogue.knows(str(row["MaTTHC"])):
            return BAD, "Trường MaTTHC không có trong danh mục"
        if str(row["TrangThaiHoSo"]) not in STATUSES:
            return BAD, "Trường TrangThaiHoSo không có trong danh mục"
        return None

    def _fault_of_record(self, row: Row) -> Verdict | None:
        for name in self._rules.needed:
            if value_at(row, name) in (None, ""):
                return BAD, f"Thiếu trường {name}"
        for name in self._rules.days:
            if value_at(row, name) and not DAY.fullmatch(str(value_at(row, name))):
                return BAD, f"Trường {name} sai định dạng dd/MM/yyyy"
        name, choices = self._rules.choices
        if name and value_at(row, name) not in choices:
            return BAD, f"Trường {name} không có trong danh mục"
        if not HASH.fullmatch(str(value_at(row, "TepGiayPhep.Hash"))):
            return BAD, "Trường TepGiayPhep.Hash không phải SHA-256"
        if row["MaHoSo"] not in self.dossiers:
            return MISSING, "Không có hồ sơ này"
        return None

    def _keep(self, act: str, row: Row) -> None:
        line = {"act": act, "row": row}
        self._journal.append(str(len(self._journal.rows) + 1), line)
        self._apply(line)

    def _apply(self, line: Row) -> None:
        act, row = line["act"], line["row"]
        code = row["MaHoSo"]
        if act == "save":
            self.dossiers.pop(code, None)
            self.dossiers[code] = row
        elif act == "progress":
            self._seen.add(_digest(row))
            self.progress.setdefault(code, []).append(row)
        elif act == "record":
            self.records[row["MaDongBo"]] = row
        elif act == "refuse":
            self.refusals[code] = row["words"]
        else:
            self.refusals.pop(code, None)


def value_at(row: Row, path: str) -> Any:
    """Return what stands at a path of names."""
    found: Any = row
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _digest(row: Row) -> str:
    told = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
