"""The land registry in memory, with the rules of its sandbox."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.generic_ministry.port import Told
from services.integrations.land_registry.port import Said

TAKEN = Told(True, "200", "Thành công")
UNKNOWN = Told(False, "404", "Không tìm thấy hồ sơ")


@dataclass
class FakeLandRegistry:
    """Keeps what it is told; refuses what it does not know."""

    dossiers: dict[str, Said] = field(default_factory=dict)
    supplements: list[Said] = field(default_factory=list)
    returned: list[Said] = field(default_factory=list)
    papers: dict[str, bytes] = field(default_factory=dict)  # by address
    is_down: bool = False

    def receive(self, dossier: Said) -> Told:
        """Keep the first; again it is there already."""
        self._answer()
        for name in ("NguoiTiepNhan", "NgayTiepNhan"):
            if not dossier.get(name):
                return Told(False, "400", f"Thiếu trường {name}")
        self.dossiers.setdefault(dossier["SoBienNhan"], dossier)
        return TAKEN

    def tell_supplement(self, said: Said) -> Told:
        """Keep it, of a dossier it knows."""
        return self._update(said, self.supplements)

    def tell_returned(self, said: Said) -> Told:
        """Keep it, of a dossier it knows."""
        return self._update(said, self.returned)

    def fetch(self, address: str) -> bytes | None:
        """Return what lies there."""
        self._answer()
        return self.papers.get(address)

    def _update(self, said: Said, rows: list[Said]) -> Told:
        self._answer()
        if said["SoBienNhan"] not in self.dossiers:
            return UNKNOWN
        if said not in rows:
            rows.append(said)
        return TAKEN

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("land_registry")
