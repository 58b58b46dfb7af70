"""Getting an account back, step by step, over plain HTTP (C27, C05)."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, act_hashing, asking
from dvc_app.callbacks.code_words import refusal_words
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.callbacks.sign_in_code import ask_by_name
from dvc_app.state.human_proof import read_proof
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import faults
from dvc_app.wording import recovery as wording
from services.accounts.confirm_code import CodeOutcome
from services.accounts.confirm_recovery import confirm_recovery
from services.accounts.models import CodePurpose
from services.accounts.recover_account import recover_account
from services.accounts.redeem_recovery_slip import (
    SlipAnswer,
    TypedSlip,
    redeem_recovery_slip,
)
from services.accounts.set_password import NewPassword
from services.accounts.set_recovery_phone import set_recovery_phone
from services.core.errors import Conflict, NotFound, RuleViolation

HERE, LAST = routes.RECOVERY, routes.RECOVERY_PASSWORD


@explained(HERE)
async def ask(request: Request) -> Response:
    """Send a code to whoever is named, if anybody is; the answer never tells."""
    return await ask_by_name(request, CodePurpose.RECOVERY, HERE)


@explained(HERE)
async def code(request: Request) -> Response:
    """Take the code; the password comes next."""
    form = await posted(request)
    page = with_next(HERE, next_path(form))
    try:
        check = await act(await asking(request), confirm_recovery, form.get("code", ""))
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), page)
    except NotFound:
        return refuse(request, [("", wording.GONE)], page)
    if check.outcome is not CodeOutcome.CONFIRMED:
        return refuse(request, [("code", refusal_words(check))], page)
    return go(request, with_next(LAST, next_path(form)))


@explained(HERE)
async def slip(request: Request) -> Response:
    """Take the code an officer printed; the new phone comes next."""
    form = await posted(request)
    path = next_path(form)
    page = with_next(HERE, path)
    typed = TypedSlip(form.get("number", ""), form.get("slip", ""), path)
    proof = read_proof(form)
    if proof is None:
        words = faults.ACCOUNTS["picture_required"]
        return refuse(request, [("picture", words)], page)
    answer = await act(await asking(request), redeem_recovery_slip, typed, proof)
    if answer is SlipAnswer.ACCEPTED:
        return go(request, page)
    is_proof = answer is SlipAnswer.PROOF_WRONG
    words = faults.ACCOUNTS["picture_wrong"] if is_proof else wording.SLIP_REFUSED
    field = "picture" if is_proof else "slip"
    return refuse(request, [(field, words)], page, needs_proof=True)


@explained(HERE)
async def phone(request: Request) -> Response:
    """Send a code to the phone that is the person's now."""
    form = await posted(request)
    page = with_next(HERE, next_path(form))
    try:
        await act(await asking(request), set_recovery_phone, form.get("phone", ""))
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), page)
    except NotFound:
        return refuse(request, [("", wording.GONE)], page)
    return go(request, page)


@explained(LAST)
async def password(request: Request) -> Response:
    """Set the new password and sign in; every other device is out."""
    form = await posted(request)
    page = with_next(LAST, next_path(form))
    typed = NewPassword(form.get("password", ""), form.get("again"))
    device = device_of(request, form)
    try:
        done = await act_hashing(await asking(request), recover_account, typed, device)
    except RuleViolation as refusal:
        told = faults.spelled(refusal.problems)
        return refuse(request, told.items(), page)
    except (NotFound, Conflict):
        return refuse(request, [("", wording.GONE)], page)
    answer = go(request, done.go_to)
    put_cookie(answer, done.session.token, device.is_shared)
    return answer
