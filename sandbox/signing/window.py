"""The signing program's own window: which token, and its PIN."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.pages import is_foreign
from sandbox.signing.local_signer import CANCELLED, LocalSigner, failure
from sandbox.signing.tokens import TRIES, PinAnswer, Token

WINDOW = "/local-signer/window"


@dataclass(frozen=True)
class Window:
    """What the person sees; the PIN stays between this window and the token."""

    signer: LocalSigner
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the window, its list as JSON, and where it sends what is typed."""
        return [
            Route(WINDOW, self.page),
            Route(f"{WINDOW}.json", self.as_json),
            Route(f"{WINDOW}/{{id}}", self.decide, methods=["POST"]),
            Route("/local-signer/tokens/{key}/reset", self.reset, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show the pages that wait, and the tokens."""
        context = {
            "asking": self.signer.unanswered(),
            "tokens": list(self.signer.tokens.all.values()),
            "chosen": request.query_params.get("token", ""),
            "pin": self.signer.tokens.pin,
            "tokens_for": self.signer.tokens_for,
        }
        return self.templates.TemplateResponse(request, "signing/window.html", context)

    async def as_json(self, _request: Request) -> Response:
        """Return what waits, for tests and for the page itself."""
        found = self.signer.unanswered()
        return JSONResponse([{"id": one.id, "origin": one.origin} for one in found])

    async def decide(self, request: Request) -> Response:
        """Sign with the token chosen, or tell the page that the person will not."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        asking = self.signer.asking.get(request.path_params["id"])
        form = await request.form()
        if asking is None:
            return RedirectResponse(WINDOW, status_code=303)
        if form.get("answer") == "cancel":
            asking.answer = failure(CANCELLED)
            return RedirectResponse(WINDOW, status_code=303)
        token = self.signer.tokens.all.get(str(form.get("token", "")))
        if token is None or token not in self.signer.tokens_for(asking):
            return Response("no such token", status_code=400)
        said = self.signer.tokens.try_pin(token, str(form.get("pin", "")))
        if said is PinAnswer.OPEN:
            self.signer.sign(asking, token)
            return RedirectResponse(WINDOW, status_code=303)
        asking.problem = _problem(token)
        back = f"{WINDOW}?token={token.holder.key}"
        return RedirectResponse(back, status_code=303)

    async def reset(self, request: Request) -> Response:
        """Unblock a token, as its maker would."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        token = self.signer.tokens.all.get(request.path_params["key"])
        if token is None:
            return Response("no such token", status_code=400)
        token.tries_left = TRIES
        return RedirectResponse(WINDOW, status_code=303)


def _problem(token: Token) -> str:
    if token.is_blocked:
        return "Thiết bị đã bị khóa vì sai mã PIN 3 lần. Mở khóa ở danh sách bên dưới."
    return f"Mã PIN chưa đúng. Còn {token.tries_left} lần thử."
