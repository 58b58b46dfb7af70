"""The choice of a post, when an officer has several or none (O01)."""

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.officer.standing import PostRow, home_of, post_row
from dvc_app.state.return_path import next_path
from dvc_app.walls.policy import Who, allow
from services.officers.list_my_posts import list_my_posts


class OfficerPostsState(AppState):
    """The choice of a post, and the way on."""

    is_ready: bool = False
    rows: list[PostRow] = []
    next: str = ""
    go_on: str = routes.DESK

    @rx.event
    @allow(Who.OFFICER, Who.WITHOUT_POST)
    async def load(self) -> None:
        """Read the posts in force now."""
        posts = await self._run(list_my_posts)
        self.rows = [post_row(post) for post in posts]
        self.next = next_path(self.router.url.query_parameters, "")
        self.go_on = self.next or home_of(self._actor().roles)
        self.is_ready = True
