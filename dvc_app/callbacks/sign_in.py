"""Signing in over plain HTTP, because only an HTTP answer can set the cookie."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats, routes
from dvc_app.callbacks import waiting_cookie
from dvc_app.callbacks.asking import act, act_hashing, asking
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.state.human_proof import read_proof
from dvc_app.state.officer.standing import home_of
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import activation, faults
from dvc_app.wording import sign_in as wording
from services.accounts.check_password import SignInAttempt, SignInOutcome, SignInResult
from services.accounts.confirm_recovery_code import confirm_recovery_code
from services.accounts.confirm_second_factor import confirm_second_factor
from services.accounts.identify import Knock, identify
from services.accounts.sign_in import sign_in
from services.accounts.sign_in_officer import sign_in_officer
from services.core.errors import RuleViolation
from services.work import Work

FIELDS: dict[SignInOutcome, str] = {
    SignInOutcome.REFUSED: "name",
    SignInOutcome.PROOF_NEEDED: "picture",
    SignInOutcome.PROOF_WRONG: "picture",
}
WORDS: dict[SignInOutcome, str] = {
    SignInOutcome.REFUSED: wording.REFUSED,
    SignInOutcome.PROOF_NEEDED: wording.PROOF_NEEDED,
    SignInOutcome.PROOF_WRONG: faults.ACCOUNTS["picture_wrong"],
    SignInOutcome.PAUSED: wording.PAUSED,
    SignInOutcome.EXPIRED: wording.CODE_EXPIRED,
    SignInOutcome.CLOSED_DOOR: wording.CLOSED_DOOR,
}


@explained(routes.SIGN_IN)
async def citizen(request: Request) -> Response:
    """Sign a citizen in (C06) and send them where they wanted to go."""
    form = await posted(request)
    attempt = _attempt(request, form)
    result = await act_hashing(await asking(request), sign_in, attempt)
    path = next_path(form)
    if result.outcome is not SignInOutcome.SIGNED_IN:
        return _refuse(request, result, with_next(routes.SIGN_IN, path))
    answer = go(request, path)
    put_cookie(answer, result.token, attempt.device.is_shared)
    return answer


@explained(routes.OFFICER_SIGN_IN)
async def officer(request: Request) -> Response:
    """Take an officer's password, and keep the token of the half that is done."""
    form = await posted(request)
    result = await act_hashing(
        await asking(request), sign_in_officer, _attempt(request, form)
    )
    path = next_path(form, routes.DESK)
    if result.outcome is not SignInOutcome.SECOND_FACTOR:
        return _refuse(request, result, with_next(routes.OFFICER_SIGN_IN, path))
    answer = go(request, with_next(routes.OFFICER_CODE, path))
    waiting_cookie.put(answer, result.token)
    return answer


@explained(routes.OFFICER_SIGN_IN)
async def officer_code(request: Request) -> Response:
    """Take the officer's second factor; only now is a session opened."""
    return await _second_half(request, confirm_second_factor, wording.CODE_REFUSED)


@explained(routes.OFFICER_SIGN_IN)
async def officer_recovery(request: Request) -> Response:
    """Take one of the ten recovery codes in place of the authenticator's."""
    words = activation.RECOVERY_REFUSED
    return await _second_half(request, confirm_recovery_code, words, "recovery")


async def _second_half(
    request: Request,
    confirm: Callable[[Work, str, str], SignInResult],
    refused: str,
    field: str = "code",
) -> Response:
    form, actor = await posted(request), await asking(request)
    path = next_path(form, routes.DESK)
    page = with_next(routes.OFFICER_CODE, path)
    token = waiting_cookie.read(request)
    try:
        result = await act(actor, confirm, token, form.get(field, ""))
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), page)
    if result.outcome is SignInOutcome.REFUSED and result.until is None:
        return refuse(request, [(field, refused)], page)
    if result.outcome is not SignInOutcome.SIGNED_IN:
        return _refuse(request, result, page)
    answer = go(request, await _way_in(request, result, path))
    put_cookie(answer, result.token)
    waiting_cookie.drop(answer)
    return answer


async def _way_in(request: Request, result: SignInResult, path: str) -> str:
    """Lead to the choice of a post, to the page asked for, or to one's own work."""
    if result.must_choose_post:
        return with_next(routes.OFFICER_POSTS, "/" if path == routes.DESK else path)
    who = await act(await asking(request), identify, Knock(result.token))
    return home_of(who.actor.roles) if path == routes.DESK else path


def _attempt(request: Request, form: dict[str, str]) -> SignInAttempt:
    return SignInAttempt(
        name=form.get("name", ""),
        password=form.get("password", ""),
        proof=read_proof(form),
        device=device_of(request, form),
    )


def _refuse(request: Request, result: SignInResult, page: str) -> Response:
    # The try that begins a pause was a wrong one as well: the pause is what counts.
    outcome = SignInOutcome.PAUSED if result.until else result.outcome
    until = formats.clock_time(result.until) if result.until else ""
    is_officer = page.startswith(routes.OFFICER_AREA)
    paused = outcome is SignInOutcome.PAUSED and is_officer
    words = (wording.OFFICER_PAUSED if paused else WORDS[outcome]).format(until=until)
    return refuse(request, [(FIELDS.get(outcome, ""), words)], page, result.needs_proof)
