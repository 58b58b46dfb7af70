"""Choosing how to register (C02): the group stands in the address."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import register as wording
from dvc_app.wording import register_ways as ways
from services.accounts.registration_methods import MEDIUM, RegistrationMethod
from services.accounts.ways_to_register import OfferedWay, ways_to_register

GROUP = "nhom"
PATHS = {
    RegistrationMethod.PHONE: routes.REGISTER_PHONE,
    RegistrationMethod.INSURANCE: routes.REGISTER_INSURANCE,
    RegistrationMethod.POLICE: routes.REGISTER_POLICE,
    RegistrationMethod.POST: routes.REGISTER_POST,
    RegistrationMethod.USB: routes.REGISTER_USB,
    RegistrationMethod.SIM: routes.REGISTER_SIM,
    RegistrationMethod.SMART_CA: routes.REGISTER_SMART_CA,
}
# What the two questions of “Tôi không chắc” lead to.
ADVICE = {
    "sim": RegistrationMethod.PHONE,
    "vneid": RegistrationMethod.POLICE,
    "usb": RegistrationMethod.USB,
    "sim_key": RegistrationMethod.SIM,
    "smart_ca": RegistrationMethod.SMART_CA,
}


@dataclass(frozen=True)
class WayRow:
    """One way as drawn: what it needs, where it begins, why it may not work now."""

    name: str
    needs: str
    path: str
    silent: str


class RegisterState(AppState):
    """Who wants to register, by which ways, and where they go afterwards."""

    group: str = wording.CITIZEN
    group_paths: dict[str, str] = {}
    medium: list[WayRow] = []
    high: list[WayRow] = []
    sign_in_path: str = routes.SIGN_IN
    question: str = "sim"  # of “Tôi không chắc”
    advised: list[WayRow] = []
    is_unadvised: bool = False  # both answers were no
    _next: str = "/"

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Read the group and the way on from the address; ask what is open."""
        query = self.router.url.query_parameters
        group = query.get(GROUP, "")
        known = dict(wording.GROUPS)
        self.group = group if group in known else wording.CITIZEN
        self._next = next_path(query)
        self.sign_in_path = with_next(routes.SIGN_IN, self._next)
        self.group_paths = {
            key: with_next(f"{routes.REGISTER}?{GROUP}={key}", self._next)
            for key in known
        }
        offered = await self._run(ways_to_register, ways.PARTIES[self.group])
        self.medium = [self._row(way) for way in offered if way.level == MEDIUM]
        self.high = [self._row(way) for way in offered if way.level != MEDIUM]
        self._ask_anew()

    @rx.event
    @allow(Who.ANYBODY)
    async def advise(self, answer: str) -> None:
        """Take an answer of “Tôi không chắc”: one way, the next question, or none."""
        if answer == "again":
            self._ask_anew()
        elif answer in ADVICE:
            name = ways.NAMES[ADVICE[answer]]
            rows = [*self.medium, *self.high]
            self.advised = [row for row in rows if row.name == name]
        elif self.question == "sim":
            self.question = "vneid"
        else:
            self.is_unadvised = True

    def _ask_anew(self) -> None:
        self.question = "sim" if self.group == wording.CITIZEN else "key"
        self.advised, self.is_unadvised = [], False

    def _row(self, way: OfferedWay) -> WayRow:
        since = way.silent_since
        path = f"{PATHS[way.method]}?{GROUP}={self.group}"
        return WayRow(
            name=ways.NAMES[way.method],
            needs=ways.NEEDS[way.method],
            path=with_next(path, self._next),
            silent=ways.SILENT.format(at=formats.clock_time(since)) if since else "",
        )
