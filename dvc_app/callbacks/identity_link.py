"""The password that proves one of several accounts (C07): it signs in."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act_hashing, asking
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.identity import keep_id_token
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.state.human_proof import read_proof
from dvc_app.state.return_path import with_next
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import faults, sign_in
from dvc_app.wording import identities as wording
from services.accounts.check_password import SignInAttempt, SignInOutcome, SignInResult
from services.core.errors import NotFound
from services.identities.prove_claim import prove_claim
from services.identities.returned import ReturnOutcome

PAGE = routes.SIGN_IN_LINK
REFUSALS: dict[SignInOutcome, tuple[str, str]] = {
    SignInOutcome.REFUSED: ("password", wording.LINK_REFUSED),
    SignInOutcome.PROOF_NEEDED: ("picture", sign_in.PROOF_NEEDED),
    SignInOutcome.PROOF_WRONG: ("picture", faults.ACCOUNTS["picture_wrong"]),
    SignInOutcome.PAUSED: ("", sign_in.PAUSED),
}


@explained(PAGE)
async def prove(request: Request) -> Response:
    """Link the chosen account and sign in to it."""
    form, actor = await posted(request), await asking(request)
    chosen = form.get("account", "")
    if not chosen.isdecimal() or len(chosen) > 2:
        return refuse(request, [("account", wording.LINK_CHOOSE)], PAGE)
    attempt = SignInAttempt(
        "", form.get("password", ""), read_proof(form), device_of(request, form)
    )
    try:
        proof = await act_hashing(actor, prove_claim, int(chosen), attempt)
    except NotFound:
        return refuse(request, [("", wording.LINK_GONE)], PAGE)
    returned = proof.returned
    if returned is None:
        return _refuse(request, proof.result)
    is_first = returned.outcome is ReturnOutcome.WELCOME
    path = returned.return_to
    answer = go(request, with_next(routes.SIGN_IN_RETURN, path) if is_first else path)
    put_cookie(answer, returned.token, returned.is_shared)
    await keep_id_token(answer, actor, returned)
    return answer


def _refuse(request: Request, result: SignInResult) -> Response:
    # The try that begins a pause was a wrong one as well: the pause is what counts.
    outcome = SignInOutcome.PAUSED if result.until else result.outcome
    field, words = REFUSALS[outcome]
    until = formats.clock_time(result.until) if result.until else ""
    problems = [(field, words.format(until=until))]
    return refuse(request, problems, PAGE, result.needs_proof)
