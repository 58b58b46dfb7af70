"""The sandbox's own pages: the way in, the fault switches, the health check."""

from dataclasses import dataclass

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import Fault, Mode, Switches
from sandbox.messages import Messages
from sandbox.scenarios import People

MODES = {
    Mode.NORMAL: ("Bình thường", "Trả lời đúng hợp đồng"),
    Mode.SLOW: ("Chậm", "Chờ đủ số giây rồi mới xử lý"),
    Mode.DRIP: ("Nhỏ giọt", "Trả từng byte một"),
    Mode.DOWN: ("Ngừng", "HTTP 503"),
    Mode.BROKEN: ("Hỏng vài lần", "HTTP 500 cho vài lần đầu, rồi bình thường"),
    Mode.BUSY: ("Quá tải", "HTTP 429, hẹn lại sau 30 giây"),
    Mode.EXPIRED: ("Hết hạn khóa", "HTTP 401 một lần, rồi bình thường"),
    Mode.REDIRECT: ("Chuyển hướng", "HTTP 302 tới địa chỉ nội bộ"),
    Mode.CUT: ("Trả lời cụt", "HTTP 200, JSON đứt giữa chừng"),
    Mode.SHAPE: ("Sai cấu trúc", "HTTP 200, JSON hình dạng khác"),
    Mode.LETTERS: ("Sai bảng mã", "HTTP 200, chữ Windows-1258"),
    Mode.HUGE: ("Quá nặng", "HTTP 200, 100 MB"),
    Mode.LOST: ("Mất câu trả lời", "Làm xong nhưng trả HTTP 504 một lần"),
    Mode.GARBAGE: ("Trả lời rác", "HTTP 200 kèm trang HTML"),
    Mode.ERROR: ("Lỗi nghiệp vụ", "HTTP 200, mã lỗi của hệ thống đó"),
}


@dataclass(frozen=True)
class Pages:
    """What a person sees of the sandbox itself."""

    switches: Switches
    messages: Messages
    people: People
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the addresses of these pages."""
        return [
            Route("/", self.index),
            Route("/health", self.health),
            Route("/faults", self.faults),
            Route("/faults.json", self.faults_json),
            Route("/faults/{system}", self.turn, methods=["POST"]),
        ]

    def index(self, request: Request) -> Response:
        """Show the parts, and the people to play with."""
        context = {
            **self._switches(),
            "message_count": len(self.messages.newest_first()),
            "people": self.people,
        }
        return self.templates.TemplateResponse(request, "index.html", context)

    def health(self, _request: Request) -> Response:
        """Tell that the sandbox is up."""
        return JSONResponse({"status": "ok"})

    def faults(self, request: Request) -> Response:
        """Show the switches."""
        return self.templates.TemplateResponse(request, "faults.html", self._switches())

    def faults_json(self, _request: Request) -> Response:
        """Return the positions of the switches."""
        return JSONResponse(self.switches.as_json())

    async def turn(self, request: Request) -> Response:
        """Turn one switch, from the page's form or from a test's JSON."""
        is_form = not request.headers.get("Content-Type", "").startswith(
            "application/json"
        )
        if is_form and is_foreign(request):
            return Response("foreign form", status_code=403)
        try:
            if is_form:
                fault = Fault.model_validate(dict(await request.form()))
            else:
                fault = Fault.model_validate_json(await request.body())
            system = request.path_params["system"]
            await run_in_threadpool(self.switches.turn, system, fault)
        except (ValidationError, KeyError):
            return Response("no such switch or position", status_code=400)
        if is_form:
            return RedirectResponse("/faults", status_code=303)
        return JSONResponse(self.switches.as_json())

    def _switches(self) -> dict[str, object]:
        faults = [
            (system, self.switches.of(system)) for system in self.switches.systems
        ]
        return {"faults": faults, "modes": MODES}


def is_foreign(request: Request) -> bool:
    """Tell whether another site's page sent the form."""
    origin = request.headers.get("Origin")
    return origin is not None and origin.split("//")[-1] != request.headers.get("Host")
