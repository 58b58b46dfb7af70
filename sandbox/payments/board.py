"""The ledger as whoever tries things out sees it, and as tests move it."""

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.pages import is_foreign
from sandbox.payments.decisions import Decision, carry_out
from sandbox.payments.ledger import Asked, Impossible, Ledger, Order
from sandbox.payments.notifier import Notifier

MOST_SHOWN = 60


class Named(Decision):
    """A decision about an order that is named; the gateway may be left out."""

    gateway: str = ""
    number: str


@dataclass(frozen=True)
class Board:
    """Every order of every gateway."""

    ledger: Ledger
    notifier: Notifier
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the board, the ledger as JSON, and what moves it."""
        return [
            Route("/payments", self.page),
            Route("/payments.json", self.as_json),
            Route("/payments.decide", self.decide, methods=["POST"]),
            Route("/payments.open", self.open, methods=["POST"]),
            Route("/payments.notice", self.notice, methods=["POST"]),
            Route("/payments.refund", self.refund, methods=["POST"]),
        ]

    def page(self, request: Request) -> Response:
        """Show the latest orders."""
        orders = list(self.ledger.all())[:MOST_SHOWN]
        context = {
            "orders": [(one, self.notifier.of(one)) for one in orders],
            "names": {key: one.name for key, one in self.notifier.dialects.items()},
        }
        return self.templates.TemplateResponse(request, "payments/board.html", context)

    def as_json(self, request: Request) -> Response:
        """Return the ledger, newest first; of one number when asked for it."""
        number = request.query_params.get("number")
        return JSONResponse(
            [
                self._told(one)
                for one in self.ledger.all()
                if number in (None, one.number)
            ]
        )

    async def decide(self, request: Request) -> Response:
        """Let something happen to an order, and return it with the way home."""
        try:
            named = Named.model_validate_json(await request.body())
        except ValidationError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        order = self._find(named.gateway, named.number)
        if order is None:
            return JSONResponse({"error": "unknown"}, status_code=404)
        order = await carry_out(self.ledger, self.notifier, order, named)
        return JSONResponse(self._told(order))

    async def open(self, request: Request) -> Response:
        """Put an order into a ledger that the portal knows nothing of."""
        try:
            asked = Asked(**(await request.json()))
            order = await run_in_threadpool(self.ledger.open_order, asked)
        except (TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return JSONResponse(self._told(order))

    async def notice(self, request: Request) -> Response:
        """Tell the merchant once more, from the board or from a test."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        order = self._find(str(form.get("gateway", "")), str(form.get("number", "")))
        if order is None or not order.decided_at:
            return JSONResponse({"error": "unknown"}, status_code=404)
        is_heard = await self.notifier.tell(order)
        if form.get("from") == "board":
            return RedirectResponse("/payments", 303)
        return JSONResponse({"is_acknowledged": is_heard})

    async def refund(self, request: Request) -> Response:
        """Give money back without being asked: a difference for the comparing."""
        told = await request.json()
        try:
            await run_in_threadpool(
                self.ledger.refund,
                str(told["gateway"]),
                str(told["number"]),
                str(told["refund"]),
                int(told["amount"]),
            )
        except (Impossible, KeyError, ValueError) as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        order = self._find(str(told["gateway"]), str(told["number"]))
        return JSONResponse(self._told(order) if order else {})

    def _find(self, gateway: str, number: str) -> Order | None:
        keys = [gateway] if gateway else list(self.notifier.dialects)
        found = (self.ledger.find(key, number) for key in keys)
        return next((one for one in found if one), None)

    def _told(self, order: Order) -> dict[str, Any]:
        dialect = self.notifier.dialects.get(order.gateway)
        home = dialect.return_url(order) if dialect and order.decided_at else ""
        notices = self.notifier.of(order)
        return {**asdict(order), "home": home, "notices": notices}
