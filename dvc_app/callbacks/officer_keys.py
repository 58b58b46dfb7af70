"""How officers come in for the first time, and change what they come in by."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app import formats, routes
from dvc_app.callbacks import enrol_cookie
from dvc_app.callbacks.asking import act, act_hashing, asking
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.posted import PRIVATE, done, explained, go, posted, refuse
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import activation as wording
from dvc_app.wording import faults
from services.accounts.change_password import ChangeOutcome, change_password
from services.accounts.set_password import NewPassword
from services.core.errors import Forbidden, RuleViolation
from services.officers.begin_activation import (
    ActivationForm,
    ActivationOutcome,
    begin_activation,
)
from services.officers.begin_new_authenticator import begin_new_authenticator
from services.officers.enrol import EnrolmentOutcome, enrol, show_enrolment
from services.officers.new_recovery_codes import new_recovery_codes
from services.papers.qr import qr_svg

SECURITY = routes.OFFICER_SECURITY


@explained(routes.OFFICER_ACTIVATE)
async def activate(request: Request) -> Response:
    """Take account name, code and password; nothing opens before the second factor."""
    form, page = await posted(request), routes.OFFICER_ACTIVATE
    given = ActivationForm(form.get("name", ""), form.get("code", ""), _password(form))
    try:
        result = await act_hashing(await asking(request), begin_activation, given)
    except RuleViolation as refusal:
        return refuse(request, _officers(refusal).items(), page)
    if result.until:
        words = wording.PAUSED.format(until=formats.clock_time(result.until))
        return refuse(request, [("", words)], page)
    if result.outcome is not ActivationOutcome.ACCEPTED:
        return refuse(request, [("name", wording.REFUSED)], page)
    answer = go(request, routes.OFFICER_ENROL)
    enrol_cookie.put(answer, result.token)
    return answer


async def show(request: Request) -> Response:
    """Answer with the secret of the authenticator, drawn and written."""
    try:
        waiting = await act(
            await asking(request), show_enrolment, enrol_cookie.read(request)
        )
    except Forbidden:
        waiting = None
    if waiting is None:
        return Response(status_code=404, headers=PRIVATE)
    secret = " ".join(
        waiting.secret[start : start + 4] for start in range(0, len(waiting.secret), 4)
    )
    picture = formats.svg_address(qr_svg(waiting.address))
    body = {"picture": picture, "secret": secret, "account": waiting.account}
    return JSONResponse(body, headers=PRIVATE)


@explained(routes.OFFICER_ENROL)
async def confirm(request: Request) -> Response:
    """Take the authenticator's first code: the officer is in, with ten codes."""
    form, page = await posted(request), routes.OFFICER_ENROL
    token, device = enrol_cookie.read(request), device_of(request)
    code = form.get("code", "")
    try:
        result = await act(await asking(request), enrol, token, code, device)
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), page)
    if result.session is None:
        is_over = result.outcome is EnrolmentOutcome.EXPIRED
        words = ("", wording.EXPIRED) if is_over else ("code", wording.CODE_WRONG)
        return refuse(request, [words], page)
    answer = done(request, page, codes=list(result.recovery_codes))
    put_cookie(answer, result.session.token)
    enrol_cookie.drop(answer)
    return answer


@explained(SECURITY)
async def new_codes(request: Request) -> Response:
    """Answer with ten new recovery codes, shown once."""
    codes = await act(await asking(request), new_recovery_codes)
    return done(request, SECURITY, codes=list(codes))


@explained(SECURITY)
async def new_authenticator(request: Request) -> Response:
    """Lead an officer to the enrolment of another authenticator."""
    token = await act(await asking(request), begin_new_authenticator)
    answer = go(request, routes.OFFICER_ENROL)
    enrol_cookie.put(answer, token)
    return answer


@explained(SECURITY)
async def new_password(request: Request) -> Response:
    """Change an officer's password and end the other sessions."""
    form = await posted(request)
    present, typed = form.get("present", ""), _password(form)
    try:
        change = await act_hashing(
            await asking(request), change_password, present, typed
        )
    except RuleViolation as refusal:
        return refuse(request, _officers(refusal).items(), SECURITY)
    if change.outcome is ChangeOutcome.CHANGED:
        return done(request, SECURITY)
    if change.until:
        words = wording.PAUSED.format(until=formats.clock_time(change.until))
        return refuse(request, [("", words)], SECURITY)
    return refuse(request, [("present", wording.PRESENT_WRONG)], SECURITY)


def _password(form: dict[str, str]) -> NewPassword:
    return NewPassword(form.get("password", ""), form.get("again"))


def _officers(refusal: RuleViolation) -> dict[str, str]:
    """Return the sentences; an officer's password is longer than a citizen's."""
    words = faults.spelled(refusal.problems)
    if refusal.problems.get("password") == "password_short":
        words["password"] = wording.PASSWORD_SHORT
    return words
