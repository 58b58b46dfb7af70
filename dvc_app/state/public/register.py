"""Choosing how to register (C02): the group stands in the address."""

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import register as wording

GROUP = "nhom"


class RegisterState(AppState):
    """Who wants to register, and where they go afterwards."""

    group: str = wording.CITIZEN
    group_paths: dict[str, str] = {}
    phone_path: str = routes.REGISTER_PHONE
    sign_in_path: str = routes.SIGN_IN

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Read the group and the way on from the address."""
        query = self.router.url.query_parameters
        group = query.get(GROUP, "")
        known = dict(wording.GROUPS)
        self.group = group if group in known else wording.CITIZEN
        path = next_path(query)
        self.phone_path = with_next(routes.REGISTER_PHONE, path)
        self.sign_in_path = with_next(routes.SIGN_IN, path)
        self.group_paths = {
            key: with_next(f"{routes.REGISTER}?{GROUP}={key}", path) for key in known
        }
