"""Signing out: the session ends, and the browser gets a new name."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks import identity_cookie
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import explained, go
from dvc_app.walls.cookies import put_cookie
from services.accounts.end_session import end_all_sessions, end_session
from services.identities.national_sign_out import is_of_this_session


@explained(routes.HOME)
async def here(request: Request) -> Response:
    """End this session; without one there is nothing left to end."""
    actor, sealed = await asking(request), identity_cookie.read(request)
    is_national = await act(actor, is_of_this_session, sealed)
    if actor.account_id is not None:
        await act(actor, end_session)
    if is_national:  # only now that ours has ended is the other one offered
        return _leave(request, routes.SIGNED_OUT)
    return _leave(request, routes.OFFICER_SIGN_IN if actor.is_officer else routes.HOME)


@explained(routes.HOME)
async def everywhere(request: Request) -> Response:
    """End every session of this person, this one among them."""
    actor = await asking(request)
    if actor.account_id is not None:
        await act(actor, end_all_sessions)
    return _leave(
        request, routes.OFFICER_SIGN_IN if actor.is_officer else routes.SIGN_IN
    )


def _leave(request: Request, path: str) -> Response:
    answer = go(request, path)
    put_cookie(answer)
    return answer
