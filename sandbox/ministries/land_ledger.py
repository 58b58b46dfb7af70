"""What the land registry keeps: dossiers received, what was told since, its own calls."""

import base64
import binascii
import hashlib
import re
from pathlib import Path
from threading import Lock
from typing import Any

from sandbox.journal import Journal

MOMENT = re.compile(r"\d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2}")
NEEDED = (
    "SoBienNhan",
    "NguoiTiepNhan",
    "NgayTiepNhan",
    "ThongTinNguoiNopDon.HoTen",
    "ThongTinQuyTrinh.MaQuyTrinh",
)
RECEIVED, SUPPLEMENTED, RETURNED = "Đã tiếp nhận", "Đã bổ sung", "Đã trả kết quả"

Row = dict[str, Any]  # JSON
Verdict = tuple[bool, str, str]  # success, code, message
TAKEN: Verdict = (True, "200", "Thành công")


class LandLedger:
    """Dossiers by SoBienNhan; on the disk before the answer leaves."""

    def __init__(self, path: Path) -> None:
        self._journal, self._lock = Journal(path), Lock()
        self.dossiers: dict[str, Row] = {}
        for line in self._journal.rows:
            self._apply(line)

    def receive(self, row: Row) -> Verdict:
        """Take a dossier over with its papers; one that is there is refused as such."""
        with self._lock:
            if fault := _fault_of(row):
                return False, "400", fault
            if row["SoBienNhan"] in self.dossiers:
                return False, "409", "Hồ sơ đã tồn tại"
            self._keep({"act": "receive", "row": _weighed(row)})
            return TAKEN

    def update(self, row: Row, state: str, moment: str) -> Verdict:
        """Note the citizen's supplement, or that the result was given."""
        with self._lock:
            if not MOMENT.fullmatch(str(row.get(moment))):
                return (
                    False,
                    "400",
                    f"Trường {moment} sai định dạng dd/MM/yyyy HH:mm:ss",
                )
            mine = self.dossiers.get(str(row.get("SoBienNhan")))
            if mine is None:
                return False, "404", "Không tìm thấy hồ sơ"
            if row in mine["told"]:
                return TAKEN
            if mine["state"] == RETURNED:
                return False, "422", "Hồ sơ kết thúc rồi, không nhận thêm"
            self._keep({"act": "update", "row": row, "state": state})
            return TAKEN

    def note_call(self, number: str, call: str, answer: str) -> None:
        """Keep what the registry told the portal, and what that answered."""
        with self._lock:
            row = {"SoBienNhan": number, "call": call, "answer": answer}
            self._keep({"act": "call", "row": row})

    def newest_first(self) -> list[Row]:
        """Return every dossier, the latest first."""
        return list(reversed(self.dossiers.values()))

    def _keep(self, line: Row) -> None:
        self._journal.append(str(len(self._journal.rows) + 1), line)
        self._apply(line)

    def _apply(self, line: Row) -> None:
        act, row = line["act"], line["row"]
        number = row["SoBienNhan"]
        if act == "receive":
            added = {"state": RECEIVED, "told": [], "calls": []}
            self.dossiers[number] = {**row, **added}
        elif act == "update":
            self.dossiers[number]["told"].append(row)
            self.dossiers[number]["state"] = line["state"]
        elif number in self.dossiers:
            self.dossiers[number]["calls"].append(row)


def _fault_of(row: Row) -> str:
    for path in NEEDED:
        found: Any = row
        for name in path.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if found in (None, ""):
            return f"Thiếu trường {path}"
    if not MOMENT.fullmatch(str(row["NgayTiepNhan"])):
        return "Trường NgayTiepNhan sai định dạng dd/MM/yyyy HH:mm:ss"
    for paper in row.get("DanhSachGiayToDinhKem") or ():
        for file in paper.get("TapTin") or ():
            if not _bytes(file.get("data")):
                return "Trường TapTin.data không phải base64"
    return ""


def _weighed(row: Row) -> Row:
    """Return the dossier with the weight and the hash of its files, not their bytes."""
    papers = [
        {
            **paper,
            "TapTin": [
                {
                    "name": file["name"],
                    "size": len(_bytes(file["data"])),
                    "sha256": hashlib.sha256(_bytes(file["data"])).hexdigest(),
                }
                for file in paper.get("TapTin") or ()
            ],
        }
        for paper in row.get("DanhSachGiayToDinhKem") or ()
    ]
    return {**row, "DanhSachGiayToDinhKem": papers}


def _bytes(text: Any) -> bytes:
    try:
        return base64.b64decode(str(text or ""), validate=True)
    except binascii.Error:
        return b""
