"""What every page of a provider shares: its journey, its cookie, its templates."""

import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from sandbox.identity.people import Register
from sandbox.identity.provider import Provider
from sandbox.identity.store import Journey, Store


@dataclass(frozen=True)
class Screens:
    """The pages of one provider, and the browsers that look at them."""

    provider: Provider
    store: Store
    register: Register
    templates: Jinja2Templates

    def show(
        self, request: Request, page: str, status: int = 200, **context: object
    ) -> Response:
        """Draw a page; nothing of it is kept by the browser."""
        known = {"provider": self.provider, "at": f"/{self.provider.key}", **context}
        drawn = self.templates.TemplateResponse(
            request, f"identity/{page}.html", known, status_code=status
        )
        drawn.headers["Cache-Control"] = "no-store"
        return drawn

    def stop(self, request: Request, sentence: str, status: int = 400) -> Response:
        """Draw a page that leads no further."""
        return self.show(request, "stop", status, sentence=sentence)

    def lost(self, request: Request) -> Response:
        """Tell that the journey is over, or is another browser's."""
        return self.stop(request, "Lần đăng nhập này đã hết thời gian.", 410)

    def journey(self, request: Request) -> Journey | None:
        """Return the journey of the address, if this browser is on it."""
        return self.store.journey(request.path_params["id"], self.browser(request))

    def browser(self, request: Request) -> str:
        """Return this browser's name here, or nothing."""
        return request.cookies.get(self.provider.cookie, "")

    def named_browser(self, request: Request) -> str:
        """Return this browser's name here, or a new one."""
        return self.browser(request) or secrets.token_urlsafe(24)

    def remember(self, response: Response, browser: str) -> Response:
        """Give the browser its name; the portal's own cookie is another one."""
        response.set_cookie(
            self.provider.cookie,
            browser,
            path=f"/{self.provider.key}",
            httponly=True,
            samesite="lax",
        )
        return response

    def go(self, step: str, journey: Journey) -> Response:
        """Send the browser to a step of its journey."""
        return RedirectResponse(f"/{self.provider.key}/{step}/{journey.id}", 303)
