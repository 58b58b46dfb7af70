"""What the land registry tells us, read from its own words."""

import json
from datetime import datetime

from pydantic import ValidationError

from services.integrations.land_registry import wire
from services.integrations.land_registry.port import LandCall, LandLink, LandTold

LONGEST_WORDS, LONGEST_ADDRESS, MOST_LINKS = 1000, 1000, 20
WEB = ("https://", "http://")
DECIDED = "0"  # TrangThaiKetThuc


class UnreadableCall(Exception):
    """It is none of their calls, or lacks what makes it one."""


def read_call(name: str, body: bytes, now: datetime) -> LandTold:
    """Return what they tell. Raises UnreadableCall."""
    call = wire.CALLS.get(name)
    if call is None:
        raise UnreadableCall
    try:
        told = wire.Callback.model_validate(json.loads(body))
    except (ValidationError, ValueError, RecursionError):
        raise UnreadableCall from None
    number = told.SoBienNhan or told.MaHoSoMotCua
    at: datetime | None = getattr(told, wire.MOMENT_OF[call])
    if not number or (at is None and call is not LandCall.TAXES):
        raise UnreadableCall
    return LandTold(
        call=call,
        number=number[:60],
        at=at or now,  # a tax notice need not say when
        words=(told.NoiDungXuLy or told.GhiChu)[:LONGEST_WORDS],
        links=_links(told)[:MOST_LINKS],
        has_result=call is LandCall.ENDED and told.TrangThaiKetThuc == DECIDED,
    )


def _links(told: wire.Callback) -> tuple[LandLink, ...]:
    taxes = [
        (f"{one.LoaiThue} {one.SoThongBaoThue}".strip(), one.DuongDanThongBaoThue)
        for one in told.DanhSachThongBaoThue
    ]
    results = [(one.TenGiayTo, one.LinkFile) for one in told.DanhSachGiayToKetQua]
    return tuple(
        LandLink(words[:LONGEST_WORDS], _safe(address))
        for words, address in taxes + results
    )


def _safe(address: str) -> str:
    """Return the address, or nothing: a page shows it to people as a link."""
    is_web = address.lower().startswith(WEB) and len(address) <= LONGEST_ADDRESS
    return address if is_web else ""
