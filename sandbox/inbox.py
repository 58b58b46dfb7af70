"""The phones of the sandbox: what arrived, for people and for tests."""

from dataclasses import asdict, dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.messages import Messages
from sandbox.numbers import mailbox_or_phone, spaced


@dataclass(frozen=True)
class Inbox:
    """The pages over the messages."""

    messages: Messages
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the page, its list as JSON, and what tells it to refresh."""
        return [
            Route("/inbox", self.page),
            Route("/inbox.json", self.as_json),
            Route("/inbox/latest", self.latest),
        ]

    def page(self, request: Request) -> Response:
        """Show one phone or mailbox, or the latest messages of all."""
        asked = request.query_params.get("to", "").strip()
        phone = mailbox_or_phone(asked) if asked else None
        is_unknown = bool(asked) and phone is None
        return self.templates.TemplateResponse(
            request,
            "inbox.html",
            {
                "asked": asked,
                "phone": phone,
                "phone_spaced": spaced(phone) if phone else "",
                "is_unknown": is_unknown,
                "phones": self.messages.phones(),
                "messages": []
                if is_unknown
                else self.messages.newest_first(phone)[:100],
                "latest": self._latest(),
            },
        )

    def as_json(self, request: Request) -> Response:
        """Return the messages, newest first, of the phone asked for or of all."""
        # A plus sign that was not encoded arrives as a space, and is not missed.
        asked = request.query_params.get("to", "").strip()
        phone = mailbox_or_phone(asked) if asked else None
        if asked and phone is None:
            return JSONResponse([])
        return JSONResponse(
            [asdict(found) for found in self.messages.newest_first(phone)]
        )

    def latest(self, _request: Request) -> Response:
        """Return a mark that changes with every message."""
        return PlainTextResponse(self._latest())

    def _latest(self) -> str:
        found = self.messages.newest_first()
        return found[0].id if found else ""
