"""Dữ liệu của tôi: who looked at it, and taking it away (C22, AL-3, PR-3)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import my_data as wording
from services.core.errors import TooMany
from services.profiles.my_data import may_take_data
from services.profiles.who_looked import PAGE, Look, who_looked


@dataclass(frozen=True)
class LookRow:
    """One reading; the unit is named, the officer is not."""

    id: str
    at: str
    unit: str
    act: str
    code: str
    address: str


class MyDataState(AppState):
    """The readings, page by page, and the archive once it may be taken."""

    is_ready: bool = False
    looks: list[LookRow] = []
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    preparing: bool = False
    may_take: bool = False
    trouble: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the page of readings the address names."""
        query = self.router.url.query_parameters
        page = query.get("trang", "1")
        number = int(page[:6]) if page.isascii() and page.isdigit() else 1
        self.preparing = self.may_take = False
        self.trouble = wording.NOT_TAKEN if query.get("tai") == "lai" else ""
        found = await self._run(who_looked, number)
        self.looks = [_row(at, look) for at, look in enumerate(found.looks)]
        last = max(1, -(-found.total // PAGE))
        self.total = wording.COUNT.format(total=formats.number(found.total))
        self.pages = wording.PAGE.format(page=found.page, pages=last)
        self.before = _turn(found.page - 1, last)
        self.after = _turn(found.page + 1, last)
        self.is_ready = True

    @rx.event
    @allow(Who.CITIZEN)
    async def prepare(self) -> AsyncIterator[None]:
        """Open the way to the archive; the password is asked again if need be."""
        self.preparing, self.trouble = True, ""
        yield
        try:
            await self._run(may_take_data)
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            self.trouble = wording.TOO_MANY.format(until=until)
        else:
            self.may_take = True
        finally:
            self.preparing = False


def _turn(page: int, last: int) -> str:
    return f"{routes.MY_DATA}?trang={page}" if 1 <= page <= last else ""


def _row(place: int, look: Look) -> LookRow:
    act = wording.ACTS[look.act]
    if look.times > 1:
        act = wording.TIMES.format(act=act, times=look.times)
    code = look.dossier_code
    return LookRow(
        id=f"{place}",
        at=formats.moment(look.at),
        unit=look.unit or wording.NO_UNIT,
        act=act,
        code=code,
        address=routes.fill(routes.DOSSIER, code=code) if code else "",
    )
