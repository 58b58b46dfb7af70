"""The phones on which people say yes or no to a signature."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.pages import is_foreign
from sandbox.signing.holders import Place
from sandbox.signing.waiting import Requests, Standing, Waiting

ANSWERS = {
    "confirm": Standing.SIGNED,
    "refuse": Standing.REFUSED,
    "expire": Standing.EXPIRED,
}


@dataclass(frozen=True)
class Screen:
    """One kind of phone page."""

    place: Place
    path: str
    title: str
    lead: str


SCREENS = (
    Screen(
        Place.SMART_CA,
        "/smart-ca/phone",
        "Ứng dụng VNPT SmartCA",
        "Điện thoại của người có chứng thư ở SmartCA. Chỉ xác nhận khi mã đối chiếu "
        "giống mã trên màn hình cổng dịch vụ công.",
    ),
    Screen(
        Place.SIM,
        "/sim-signing/phone",
        "Điện thoại có SIM ký số",
        "Tin nhắn ký số hiện trên màn hình điện thoại. Chỉ xác nhận khi mã đối chiếu "
        "giống mã trên màn hình cổng dịch vụ công.",
    ),
)


@dataclass(frozen=True)
class Phone:
    """One phone page over the requests of its kind."""

    screen: Screen
    requests: Requests
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the page, its list as JSON, and where it sends the answer."""
        at = self.screen.path
        return [
            Route(at, self.page),
            Route(f"{at}.json", self.as_json),
            Route(f"{at}/{{id}}", self.decide, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show what waits, the newest first."""
        context = {
            "screen": self.screen,
            "requests": self.requests.newest_first(self.screen.place),
        }
        return self.templates.TemplateResponse(request, "signing/phone.html", context)

    async def as_json(self, _request: Request) -> Response:
        """Return the list, for tests."""
        found = self.requests.newest_first(self.screen.place)
        return JSONResponse([_row(waiting) for waiting in found])

    async def decide(self, request: Request) -> Response:
        """Take the person's answer; a request that is over stays over."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        waiting = self.requests.find(self.screen.place, request.path_params["id"])
        form = await request.form()
        answer = ANSWERS.get(str(form.get("answer", "")))
        if waiting is None or answer is None:
            return Response("no such request or answer", status_code=400)
        if waiting.standing is Standing.WAITING:
            waiting.answer = answer
            waiting.skipped = frozenset(str(one) for one in form.getlist("skip"))
        return RedirectResponse(self.screen.path, status_code=303)


def _row(waiting: Waiting) -> dict[str, str]:
    return {
        "id": waiting.id,
        "holder": waiting.holder.key,
        "phone": waiting.holder.phone,
        "shown": waiting.shown,
        "code": waiting.code,
        "standing": str(waiting.standing),
        "documents": " ".join(name for name, _ in waiting.documents),
    }
