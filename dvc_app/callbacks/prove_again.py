"""Proving again over plain HTTP: passwords and codes never pass the socket."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act_hashing, asking
from dvc_app.callbacks.posted import done, explained, posted, refuse
from dvc_app.wording import proof as wording
from services.accounts.prove_again import ProofOutcome, prove_again


@explained(routes.HOME)
async def prove(request: Request) -> Response:
    """Take the code or password of whoever is signed in."""
    form, actor = await posted(request), await asking(request)
    page = routes.DESK if actor.is_officer else routes.HOME
    result = await act_hashing(actor, prove_again, form.get("proof", ""))
    if result.outcome is ProofOutcome.PROVED:
        return done(request, page)
    if result.until:
        words = wording.PAUSED.format(until=formats.clock_time(result.until))
        return refuse(request, [("", words)], page)
    wrong = wording.WRONG_CODE if actor.is_officer else wording.WRONG_PASSWORD
    return refuse(request, [("proof", wrong)], page)
