"""What the social assistance registry keeps: told by the province, or filed here."""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from threading import Lock

from sandbox.journal import Journal
from sandbox.ministries.assistance_rules import (
    BAD,
    DONE,
    ENDS,
    EXISTS,
    MISSING,
    ORDER,
    PROCEDURES,
    STATUSES,
    Row,
    Verdict,
    fault_of,
    fault_of_progress,
    leads_back,
)

TAKEN: Verdict = (DONE, "Thành công")
ADVANCE = {"1": "2", "2": "4", "4": "9", "5": "4", "6": "4", "9": "10"}
FORM = "%d/%m/%Y %H:%M:%S"


class AssistanceLedger:
    """Dossiers and progress; each effect once, however often it is told."""

    def __init__(self, path: Path) -> None:
        self._journal, self._lock = Journal(path), Lock()
        self._seen: set[str] = set()  # lines of progress that were taken
        self.dossiers: dict[str, Row] = {}
        self.progress: dict[str, list[Row]] = {}
        self.filed: dict[str, Row] = {}  # at this registry, by its own code
        self.known_as: dict[str, str] = {}  # our code → the province's
        self.refusals: dict[str, str] = {}  # dossier → words for its next message
        for line in self._journal.rows:
            self._apply(line["act"], line["row"])

    def save(self, row: Row) -> Verdict:
        """Create or update; the same once more is “đã tồn tại”."""
        with self._lock:
            if fault := fault_of(row) or self._given_back(row):
                return fault
            kept = self.dossiers.get(row["MaHoSo"])
            if kept == row:
                return EXISTS, "Hồ sơ đã tồn tại"
            if kept and leads_back(str(kept["StatusId"]), str(row["StatusId"])):
                return ORDER, "Trạng thái không thể quay lại trạng thái trước"
            self._keep("save", row)
            return TAKEN

    def add_progress(self, row: Row) -> Verdict:
        """Take a line of a known dossier; told again it is no second."""
        with self._lock:
            if row.get("MaHoSoTiepNhan"):
                return self._note_taken(row)
            if fault := fault_of_progress(row):
                return fault
            if row["MaHoSo"] not in self.dossiers:
                return MISSING, "Không có hồ sơ này"
            if _digest(row) in self._seen:
                return TAKEN
            if fault := self._given_back(row):
                return fault
            steps = self.progress.get(row["MaHoSo"], [])
            if steps and leads_back(str(steps[-1]["StatusId"]), str(row["StatusId"])):
                return ORDER, "Tiến độ không thể quay lại trạng thái trước"
            self._keep("progress", row)
            return TAKEN

    def file(self, row: Row) -> None:
        """Keep what somebody files here; it waits for the province."""
        with self._lock:
            self._keep("file", row)

    def filed_between(self, begins: datetime, ends: datetime) -> list[Row]:
        """Return what was filed here in a time, with what the province called it."""
        return [
            {**row, "MaHoSoTiepNhan": self.known_as.get(code, "")}
            for code, row in self.filed.items()
            if begins <= datetime.strptime(row["SubmitedDate"], FORM) <= ends  # noqa: DTZ007
        ]

    def advance(self, code: str) -> bool:
        """Move a dossier on by this registry's own hand."""
        with self._lock:
            row = self.dossiers.get(code)
            after = ADVANCE.get(str(row["StatusId"])) if row else None
            if row is None or after is None:
                return False
            self._keep("save", {**row, "StatusId": after})
            return True

    def refuse_next(self, code: str, words: str) -> bool:
        """Give the next message of this dossier back, with these words."""
        with self._lock:
            if code not in self.dossiers or not words:
                return False
            self._keep("refuse", {"MaHoSo": code, "words": words})
            return True

    def find(self, code: str) -> Row | None:
        """Return one by this registry's code of it or by the province's."""
        own = {theirs: ours for ours, theirs in self.known_as.items()}.get(code, code)
        return self.show(own) if own in self.dossiers else None

    def newest_first(self) -> list[Row]:
        """Return every dossier with its progress, the latest first."""
        return [self.show(code) for code in reversed(self.dossiers)]

    def show(self, code: str) -> Row:
        """Return one dossier as the pages show it."""
        row = self.dossiers[code]
        status = str(row["StatusId"])
        return {
            **row,
            "title": row.get("TenTTHC") or PROCEDURES[row["MaTTHC"]],
            "words": STATUSES[status],
            "has_ended": status in ENDS,
            "is_filed_here": code in self.filed,
            "MaHoSoTiepNhan": self.known_as.get(code, ""),
            "refusal": self.refusals.get(code, ""),
            "QuyTrinh": [
                {**step, "words": STATUSES[str(step["StatusId"])]}
                for step in self.progress.get(code, [])
            ],
        }

    def _note_taken(self, row: Row) -> Verdict:
        code, named = str(row.get("MaHoSo")), str(row["MaHoSoTiepNhan"])
        if code not in self.filed:
            return MISSING, "Không có hồ sơ này"
        known = self.known_as.get(code)
        if known and known != named:
            return BAD, "Hồ sơ này mang mã khác ở cổng của tỉnh"
        if known:
            return EXISTS, "Hồ sơ đã được tiếp nhận"
        self._keep("taken", {"MaHoSo": code, "MaHoSoTiepNhan": named})
        return TAKEN

    def _given_back(self, row: Row) -> Verdict | None:
        words = self.refusals.get(row["MaHoSo"], "")
        if not words:
            return None
        self._keep("refused", {"MaHoSo": row["MaHoSo"]})
        return BAD, words

    def _keep(self, act: str, row: Row) -> None:
        number = str(len(self._journal.rows) + 1)
        self._journal.append(number, {"act": act, "row": row})
        self._apply(act, row)

    def _apply(self, act: str, row: Row) -> None:
        code = row["MaHoSo"]
        if act in ("save", "file"):
            self.dossiers.pop(code, None)
            self.dossiers[code] = row
        if act == "file":
            self.filed[code] = row
        elif act == "progress":
            self._seen.add(_digest(row))
            self.progress.setdefault(code, []).append(row)
        elif act == "taken":
            self.known_as[code] = row["MaHoSoTiepNhan"]
        elif act == "refuse":
            self.refusals[code] = row["words"]
        elif act == "refused":
            self.refusals.pop(code, None)


def _digest(row: Row) -> str:
    told = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
