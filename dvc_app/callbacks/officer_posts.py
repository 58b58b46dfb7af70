"""Going on in another post: the session gets a new id, so it comes over HTTP."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.state.officer.standing import home_of
from dvc_app.state.return_path import next_path
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import posts as wording
from services.accounts.identify import Knock, identify
from services.core.errors import NotFound
from services.officers.switch_post import switch_post

PAGE = routes.OFFICER_POSTS


@explained(PAGE)
async def switch(request: Request) -> Response:
    """Open the chosen post and lead to where its work is."""
    form, actor = await posted(request), await asking(request)
    try:
        chosen = UUID(form.get("post", ""))
        opened = await act(actor, switch_post, chosen)
    except (ValueError, NotFound):
        return refuse(request, [("", wording.GONE)], PAGE)
    who = await act(actor, identify, Knock(opened.token))
    answer = go(request, next_path(form, home_of(who.actor.roles)))
    put_cookie(answer, opened.token)
    return answer
