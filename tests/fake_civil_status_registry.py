"""The civil status registry in memory, with the rules of its sandbox."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from services.core.errors import SystemUnavailable
from services.integrations.civil_status_registry.port import (
    Entry,
    EntryState,
    Said,
    Told,
)

TAKEN = Told(True, "1", "Tiếp nhận hồ sơ thành công")
PAPER = b"%PDF-1.4 an invented entry"


@dataclass
class FakeCivilStatusRegistry:
    """Keeps declarations by the code of the dossier."""

    declared: dict[str, Said] = field(default_factory=dict)
    kept: dict[str, Entry] = field(default_factory=dict)
    refusal: Told | None = None
    is_down: bool = False
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def declare(self, declaration: Said) -> Told:
        """Take it once; one that waits for more is taken again."""
        self._answer()
        if self.refusal:
            return self.refusal
        code = str(declaration.get("maHoSo") or declaration["maHoSoMCDT"])
        known = self.kept.get(code)
        if known and known.state is not EntryState.SUPPLEMENT:
            return Told(True, "500", "Hồ sơ đã tồn tại")
        if not declaration["hoSo"]:
            return Told(False, "200", "Hồ sơ chưa đủ thông tin")
        self.declared[code] = declaration
        self.kept[code] = Entry(code, EntryState.WAITING)
        return TAKEN

    def entries(self, module: str, codes: Sequence[str]) -> tuple[Entry, ...]:
        """Return what is kept of these."""
        self._answer()
        self.asked.append(tuple(codes))
        return tuple(
            self.kept[code]
            for code in codes
            if code in self.kept and self.declared[code]["module"] == module
        )

    def state_of(self, unit: str, code: str) -> Entry | None:
        """Return one without its paper."""
        self._answer()
        found = self.kept.get(code)
        return replace(found, paper=b"") if found else None

    def happen(self, code: str, state: EntryState, words: str = "") -> None:
        """Let the registrar act upon one."""
        entry = Entry(code, state, words)
        if state is EntryState.DONE:
            entry = replace(
                entry,
                number="12/2026",
                book="01/2026",
                page="12",
                personal_number="999260000012",
                registered_on=date(2026, 11, 23),
                paper=PAPER,
            )
        self.kept[code] = entry

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("civil_status_registry")
