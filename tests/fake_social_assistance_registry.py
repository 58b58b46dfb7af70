"""The social assistance registry in memory, with the rules of its sandbox."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival
from services.integrations.generic_ministry.port import Said, Told

TAKEN = Told(True, "0", "Thành công")
ENDED = ("3", "7", "8", "10")


@dataclass
class FakeSocialAssistanceRegistry:
    """Keeps dossiers and progress; hands over what is put into `held`."""

    dossiers: dict[str, Said] = field(default_factory=dict)
    progress: list[Said] = field(default_factory=list)
    held: dict[str, Arrival] = field(default_factory=dict)
    known_as: dict[str, str] = field(default_factory=dict)  # their code → ours
    is_down: bool = False

    def save_dossier(self, dossier: Said) -> Told:
        """Keep it; from the end no way leads back."""
        self._answer()
        if dossier["MaTTHC"] == "9.999999":
            return Told(False, "-3", "Thủ tục không thuộc lĩnh vực bảo trợ xã hội")
        if not dossier.get("HoVaTen"):
            return Told(False, "-1", "Thiếu trường HoVaTen")
        code = dossier["MaHoSo"]
        before = self.dossiers.get(code, {}).get("StatusId")
        if before in ENDED and dossier["StatusId"] != before:
            return Told(False, "-5", "Hồ sơ đã kết thúc")
        is_same = self.dossiers.get(code) == dossier
        self.dossiers[code] = dossier
        return Told(True, "1", "Hồ sơ đã tồn tại", code) if is_same else TAKEN

    def tell_progress(self, line: Said) -> Told:
        """Keep a line of a dossier they know, once."""
        self._answer()
        if line["MaHoSo"] not in {*self.dossiers, *self.held}:
            return Told(False, "-2", "Không có hồ sơ này")
        if line not in self.progress:
            self.progress.append(line)
        return TAKEN

    def waiting(self) -> tuple[str, ...]:
        """Return what bears no code of ours, the oldest first."""
        self._answer()
        rows = [one for key, one in self.held.items() if key not in self.known_as]
        return tuple(one.code for one in sorted(rows, key=lambda one: one.submitted_at))

    def arrival(self, code: str) -> Arrival | None:
        """Return one."""
        self._answer()
        return self.held.get(code)

    def acknowledge(self, code: str, our_code: str) -> None:
        """Note our code; another one for the same dossier is a fault."""
        self._answer()
        if (
            code not in self.held
            or self.known_as.setdefault(code, our_code) != our_code
        ):
            raise SystemUnavailable("acknowledge")

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("social_assistance_registry")
