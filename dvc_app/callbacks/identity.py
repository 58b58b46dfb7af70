"""To an identity provider and back, over plain HTTP: it ends with a cookie (C07)."""

from functools import partial
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dvc_app import routes
from dvc_app.callbacks import asking as acting
from dvc_app.callbacks import identity_cookie, waiting_cookie
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.device import SHARED, device_of
from dvc_app.callbacks.posted import PRIVATE, explained, go, posted
from dvc_app.state.public.identity_reasons import LINKED, fault_path
from dvc_app.state.return_path import next_path, with_next
from dvc_app.threads import OUTSIDE, in_pool
from dvc_app.walls.cookies import SHARED as SHARED_COOKIE
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import identities as wording
from dvc_app.wording import province
from services.core.errors import (
    Forbidden,
    ProofNeeded,
    ServiceError,
    SystemUnavailable,
    TooMany,
)
from services.identities.begin_journey import JourneyWish, go_to_provider
from services.identities.models import JourneyPurpose
from services.identities.national_sign_out import national_sign_out, seal_id_token
from services.identities.providers import Provider
from services.identities.return_from_provider import (
    ProviderAnswer,
    return_from_provider,
)
from services.identities.returned import Returned, ReturnOutcome
from services.settings import settings
from services.work import Actor

PURPOSE = "muc"
PURPOSES = {
    "khoi-phuc": JourneyPurpose.RECOVERY,
    "lien-ket": JourneyPurpose.LINK,
    "can-bo": JourneyPurpose.OFFICER,
    "can-bo-lien-ket": JourneyPurpose.OFFICER_LINK,
}
# Linking is asked for from these pages of ours, and nowhere else.
LINKING = {
    JourneyPurpose.LINK: routes.PROFILE,
    JourneyPurpose.OFFICER_LINK: routes.OFFICER_SECURITY,
}
UNTOLD = {"referrer-policy": "no-referrer"}  # an address of ours tells what one files
SAME = "same-origin"
LEAVING = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>{words}</title>'
    '<meta http-equiv="refresh" content="0;url={there}">'
    '<p><a href="{there}">{words}</a></p></html>'
)
DONE = {"elsewhere", "used"}  # what a reload of the way back looks like


@explained(routes.PROFILE)
async def national(request: Request) -> Response:
    """Send the browser to the national portal, to sign in, recover or link.

    A link on another site must not make somebody link an account they did not
    mean to: that one wish is heard from our own pages only.
    """
    if "national" not in province.doors():
        return Response(status_code=404)
    asked = await _asked(request)
    purpose = PURPOSES.get(asked.get(PURPOSE, ""), JourneyPurpose.SIGN_IN)
    if purpose in LINKING and not _is_ours(request):
        return _answer(request, LINKING[purpose])
    return await _set_out(request, Provider.NATIONAL, purpose, asked)


async def police(request: Request) -> Response:
    """Send the browser to the police, to register (“Bộ Công An”, C02)."""
    asked = await _asked(request)
    return await _set_out(request, Provider.POLICE, JourneyPurpose.REGISTER, asked)


async def back(request: Request) -> Response:
    """Take what the provider answered; neither code nor state stays in an address."""
    try:
        provider = Provider(request.path_params["provider"])
    except ValueError:
        return Response(status_code=404)
    query, actor = request.query_params, await asking(request)
    answer = ProviderAnswer(
        query.get("state", ""), query.get("code", ""), query.get("error", "")
    )
    try:
        returned = await in_pool(
            OUTSIDE,
            return_from_provider,
            _opener(actor),
            provider,
            answer,
            device_of(request),
        )
    except ServiceError as error:
        path = fault_path(provider, JourneyPurpose.SIGN_IN, _reason(error), routes.HOME)
        return _answer(request, path)
    response = _answer(request, _way_on(actor, provider, returned))
    if returned.outcome is ReturnOutcome.SECOND_FACTOR:
        waiting_cookie.put(response, returned.token)
    elif returned.token:
        put_cookie(response, returned.token, returned.is_shared)
        await keep_id_token(response, actor, returned)
    return response


async def sign_out(request: Request) -> Response:
    """Go on to the national portal to end the session there; ours has ended."""
    sealed, home = identity_cookie.read(request), settings().public_url.rstrip("/")
    try:
        actor = await asking(request)
        path = await act(actor, national_sign_out, sealed, home + routes.HOME)
    except ServiceError:
        path = routes.HOME
    response = _answer(request, path)
    identity_cookie.drop(response)
    return response


async def keep_id_token(response: Response, actor: Actor, returned: Returned) -> None:
    """Keep what ends the session at the provider as well, if the provider gave it."""
    if returned.id_token:
        token, cookie = returned.id_token, returned.token
        identity_cookie.put(response, await act(actor, seal_id_token, token, cookie))


async def _set_out(
    request: Request,
    provider: Provider,
    purpose: JourneyPurpose,
    asked: dict[str, str],
) -> Response:
    path, actor = next_path(asked), await asking(request)
    address = routes.fill(routes.API_IDENTITY_RETURN, provider=provider.value)
    redirect_uri = settings().public_url.rstrip("/") + address
    is_shared = bool(asked.get(SHARED) or request.cookies.get(SHARED_COOKIE))
    wish = JourneyWish(provider, purpose, redirect_uri, path, is_shared)
    try:
        there = await in_pool(OUTSIDE, go_to_provider, _opener(actor), wish)
    except ServiceError as error:
        return _stopped(request, actor, wish, error)
    response = _answer(request, there)
    is_plain_form = request.method == "POST" and "location" in response.headers
    return _page_that_leaves(there) if is_plain_form else response


def _stopped(
    request: Request, actor: Actor, wish: JourneyWish, error: ServiceError
) -> Response:
    if isinstance(error, ProofNeeded) and request.method == "POST":
        raise error  # the page opens its dialog of a proof
    if wish.purpose in LINKING and actor.account_id is None:
        is_officers = wish.purpose is JourneyPurpose.OFFICER_LINK
        door = routes.OFFICER_SIGN_IN if is_officers else routes.SIGN_IN
        return _answer(request, with_next(door, LINKING[wish.purpose]))
    path = fault_path(wish.provider, wish.purpose, _reason(error), wish.return_to)
    return _answer(request, path)


def _page_that_leaves(there: str) -> Response:
    """Leave by a page of our own: a form may not be redirected out of the portal.

    That is our own policy (form-action, HD-2), and it stays as it is.
    """
    page = LEAVING.format(there=escape(there), words=wording.LEAVING)
    return HTMLResponse(page, headers=PRIVATE | UNTOLD)


def _way_on(actor: Actor, provider: Provider, returned: Returned) -> str:
    path, reason = returned.return_to, returned.reason
    if returned.outcome is ReturnOutcome.REFUSED:
        if actor.account_id is not None and reason in DONE:
            return path
        return fault_path(provider, returned.purpose, reason, path)
    if returned.outcome is ReturnOutcome.SECOND_FACTOR:
        return with_next(routes.OFFICER_CODE, path)
    if returned.outcome is ReturnOutcome.LINKED:
        return f"{routes.OFFICER_SECURITY}?{LINKED}=1"
    if returned.outcome is ReturnOutcome.CHOOSE:
        return routes.SIGN_IN_LINK
    if returned.outcome is ReturnOutcome.REGISTERING:
        return with_next(routes.REGISTER_POLICE, path)
    if returned.purpose is JourneyPurpose.RECOVERY:
        return with_next(routes.MY_PASSWORD, path)
    is_first = returned.outcome is ReturnOutcome.WELCOME
    return with_next(routes.SIGN_IN_RETURN, path) if is_first else path


def _opener(actor: Actor) -> partial[object]:
    return partial(acting.run, actor)


async def _asked(request: Request) -> dict[str, str]:
    asked = dict(request.query_params)
    return asked | await posted(request) if request.method == "POST" else asked


def _is_ours(request: Request) -> bool:
    # A form was already held against its origin by the gate.
    is_link_of_ours = request.headers.get("sec-fetch-site") == SAME
    return request.method == "POST" or is_link_of_ours


def _reason(error: ServiceError) -> str:
    if isinstance(error, ProofNeeded):
        return "proof"
    if isinstance(error, Forbidden):
        return "cookie"
    if isinstance(error, TooMany):
        return "limit"
    return "down" if isinstance(error, SystemUnavailable) else "invalid"


def _answer(request: Request, path: str) -> Response:
    response = go(request, path)
    response.headers.update(UNTOLD)
    return response
