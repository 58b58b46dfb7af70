"""How a PostForm is answered: go somewhere, or correct what is named (R9)."""

from collections.abc import Awaitable, Callable, Iterable
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dvc_app.state.refusals import sentence
from dvc_app.wording import sign_in as wording
from services.core.errors import Forbidden, ProofNeeded, ServiceError

JSON = "application/json"
PRIVATE = {"cache-control": "no-store"}
Problems = Iterable[tuple[str, str]]
Endpoint = Callable[[Request], Awaitable[Response]]


async def posted(request: Request) -> dict[str, str]:
    """Return the text fields of the form; of a repeated name, the last."""
    async with request.form() as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def go(request: Request, path: str) -> Response:
    """Send the browser on: by our script, or by itself before scripts run."""
    if _is_script(request):
        return JSONResponse({"go": path}, headers=PRIVATE)
    return RedirectResponse(path, 303, headers=PRIVATE)


def done(request: Request, page: str, **said: object) -> Response:
    """Leave the person on the page, with what the page is to show now."""
    if not _is_script(request):
        return RedirectResponse(page, 303, headers=PRIVATE)
    return JSONResponse({"done": True, **said}, headers=PRIVATE)


def refuse(
    request: Request, problems: Problems, page: str, needs_proof: bool = False
) -> Response:
    """Say what to correct; without our script the page is simply shown again."""
    if not _is_script(request):
        return RedirectResponse(page, 303, headers=PRIVATE)
    body = {"problems": [list(one) for one in problems], "needs_proof": needs_proof}
    return JSONResponse(body, 422, headers=PRIVATE)


def explained(page: str) -> Callable[[Endpoint], Endpoint]:
    """Let a refusal the endpoint does not foresee reach the person as a sentence."""

    def wrap(endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except ProofNeeded as error:
                return _ask_proof(request, sentence(error), page)
            except ServiceError as error:
                return refuse(request, [("", _words(error))], page)

        return answer

    return wrap


def _ask_proof(request: Request, words: str, page: str) -> Response:
    """Have the page open the dialog of components/prove_again."""
    if not _is_script(request):
        return RedirectResponse(page, 303, headers=PRIVATE)
    body = {"problems": [["", words]], "needs_proof": False, "proof": True}
    return JSONResponse(body, 422, headers=PRIVATE)


def _words(error: ServiceError) -> str:
    if isinstance(error, Forbidden) and error.args == ("browser",):
        return wording.NO_COOKIE
    return sentence(error)


def _is_script(request: Request) -> bool:
    return JSON in request.headers.get("accept", "")
