"""The interlinked services in memory, with the rules of their sandbox."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.interlinked_services.port import (
    Declaration,
    Said,
    Told,
    Verdict,
    Waiting,
)

NEXT = {
    0: (1,),
    1: (2, 3, 6),
    2: (2, 3, 6),
    3: (2, 3, 4, 6),
    4: (5,),
}


@dataclass
class FakeInterlinkedServices:
    """Declarations to be fetched, and the statuses told of legs."""

    held: dict[str, Declaration] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)
    told: list[Said] = field(default_factory=list)
    is_down: bool = False

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what was not acknowledged."""
        self._answer()
        return tuple(
            one.waiting
            for key, one in self.held.items()
            if key not in self.acknowledged
        )

    def declaration(self, their_id: str) -> Declaration | None:
        """Return one."""
        self._answer()
        return self.held.get(their_id)

    def acknowledge(self, their_id: str) -> None:
        """Take it off the list."""
        self._answer()
        if their_id not in self.held:
            raise SystemUnavailable("acknowledge")
        if their_id not in self.acknowledged:
            self.acknowledged.append(their_id)

    def tell_status(self, status: Said) -> Told:
        """Take a status that may follow the last one of its leg."""
        self._answer()
        mine = [one for one in self.told if one["maHoSo"] == status["maHoSo"]]
        if status in mine:
            return Told(Verdict.TAKEN, "0", "Trạng thái đã tồn tại")
        last, new = (mine[-1]["trangThai"] if mine else 0), status["trangThai"]
        if last == 6:
            return Told(Verdict.TAKEN, "0", "Hồ sơ bị từ chối, không thể cập nhật")
        if new in NEXT.get(last, ()):
            self.told.append(status)
            return Told(Verdict.TAKEN, "1", "Cập nhật thành công")
        if new > last:
            return Told(Verdict.LATER, "0", "Chưa cập nhật trạng thái trước đó")
        return Told(Verdict.REFUSED, "0", "Logic xử lý không hợp lệ")

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("interlinked_services")
