"""The way in and the way out: authorize, consent, logout."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sandbox.identity.people import Mishap
from sandbox.identity.protocol import CLIENT, Protocol
from sandbox.identity.screens import Screens
from sandbox.identity.store import Asked, Journey, Store

CALLBACKS = "/api/dang-nhap/ve/"
HERE = {"localhost", "127.0.0.1"}


@dataclass(frozen=True)
class Gate:
    """Lets a browser in from the portal, and back to it."""

    screens: Screens
    protocol: Protocol

    @property
    def store(self) -> Store:
        """Return what is remembered."""
        return self.screens.store

    def routes(self) -> list[Route]:
        """Return the addresses a browser is sent to by the portal."""
        at = f"/{self.screens.provider.key}"
        return [
            Route(f"{at}/oauth2/authorize", self.authorize),
            Route(f"{at}/consent/{{id}}", self.consent),
            Route(f"{at}/consent/{{id}}", self.decide, methods=["POST"]),
            Route(f"{at}/another/{{id}}", self.another, methods=["POST"]),
            Route(f"{at}/oidc/logout", self.logout, methods=["GET", "POST"]),
            Route(f"{at}/help", self.help),
        ]

    async def authorize(self, request: Request) -> Response:
        """Begin a journey, or say what is wrong with the question."""
        asked = request.query_params
        address = asked.get("redirect_uri", "")
        if asked.get("client_id") != CLIENT or not is_callback(request, address):
            # Never sent on: the address itself is what is not trusted.
            return self.screens.stop(
                request, "Địa chỉ quay về hoặc nơi yêu cầu chưa được đăng ký."
            )
        state = asked.get("state", "")
        if fault := fault_of(asked):
            return back_to(address, {"error": fault, "state": state})
        browser = self.screens.named_browser(request)
        if asked.get("prompt") == "login":
            self.store.sign_out(browser)
        nonce, challenge = asked.get("nonce", ""), asked.get("code_challenge", "")
        journey = self.store.begin(
            browser, Asked(CLIENT, address, state, nonce, challenge)
        )
        if asked.get("prompt") == "none":
            error = "consent_required" if journey.is_proved else "login_required"
            return back_to(address, {"error": error, "state": state})
        step = "consent" if journey.is_proved else "sign-in"
        return self.screens.remember(self.screens.go(step, journey), browser)

    async def consent(self, request: Request) -> Response:
        """Show what will be shared, with whom and why."""
        journey = self.screens.journey(request)
        if journey is None:
            return self.screens.lost(request)
        if journey.person is None or not journey.is_proved:
            return self.screens.go("sign-in", journey)
        portal = urlsplit(journey.asked.redirect_uri).netloc
        return self.screens.show(
            request,
            "consent",
            journey=journey,
            person=journey.person,
            portal=portal,
            mishaps=MISHAPS,
        )

    async def decide(self, request: Request) -> Response:
        """Send the browser back with a code, or with the refusal."""
        journey = self.screens.journey(request)
        form = await request.form()
        if journey is None or journey.person is None or not journey.is_proved:
            return self.screens.lost(request)
        if form.get("decision") != "agree":
            self.store.end(journey)
            return self._back(journey, {"error": "access_denied"})
        mishap = mishap_of(form) or journey.person.mishap
        code = self.store.grant(journey, journey.person, mishap)
        return self._back(journey, {"code": code})

    async def another(self, request: Request) -> Response:
        """Let somebody else sign in with this browser."""
        journey = self.screens.journey(request)
        if journey is None:
            return self.screens.lost(request)
        self.store.sign_out(journey.browser)
        journey.person, journey.is_proved = None, False
        return self.screens.go("sign-in", journey)

    async def logout(self, request: Request) -> Response:
        """End the session here; without our own assertion, only after a question."""
        asked = {**request.query_params, **dict(await request.form())}
        browser = self.screens.browser(request)
        person = self.store.signed_in(browser)
        subject = self.protocol.subject_of(str(asked.get("id_token_hint", "")))
        theirs = person.told_by(self.screens.provider)["sub"] if person else None
        is_meant = subject is not None and theirs in (None, subject)
        address = str(asked.get("post_logout_redirect_uri", ""))
        if not is_meant and person and request.method == "GET":
            return self.screens.show(
                request, "logout", person=person, address=address, asked=asked
            )
        self.store.sign_out(browser)
        if address and is_portal(request, address):
            return back_to(address, {"state": str(asked.get("state", ""))})
        return self.screens.stop(request, "Bạn đã đăng xuất.", 200)

    async def help(self, request: Request) -> Response:
        """Tell that nobody registers here."""
        return self.screens.stop(
            request,
            "Đây là môi trường thử nghiệm: không đăng ký và không lấy lại mật khẩu ở"
            " đây. Hãy chọn một người có sẵn trong danh sách.",
            200,
        )

    def _back(self, journey: Journey, told: dict[str, str]) -> Response:
        return back_to(
            journey.asked.redirect_uri, {**told, "state": journey.asked.state}
        )


MISHAPS = {
    Mishap.NONE: "Không có",
    Mishap.EXPIRED: "Mã trả về đã hết hạn",
    Mishap.CLOCK: "Đồng hồ chạy nhanh 10 phút",
    Mishap.NONCE: "Câu trả lời của lần khác (nonce)",
}


def mishap_of(form: FormData) -> Mishap:
    """Return the mishap chosen for this one time."""
    chosen = str(form.get("mishap", ""))
    return Mishap(chosen) if chosen in set(Mishap) else Mishap.NONE


def fault_of(asked: QueryParams) -> str:
    """Return what is wrong with a question whose address of return is known."""
    if asked.get("response_type") != "code":
        return "unsupported_response_type"
    if "openid" not in asked.get("scope", "").split():
        return "invalid_scope"
    has_challenge = 43 <= len(asked.get("code_challenge", "")) <= 128
    is_whole = has_challenge and asked.get("code_challenge_method") == "S256"
    is_whole = is_whole and bool(asked.get("state")) and bool(asked.get("nonce"))
    return "" if is_whole else "invalid_request"


def is_portal(request: Request, address: str) -> bool:
    """Tell whether an address is on this machine: on loopback, or on our own host."""
    parts = urlsplit(address)
    is_near = parts.hostname in HERE | {request.url.hostname or ""}
    return is_near and parts.scheme in ("http", "https") and not parts.username


def is_callback(request: Request, address: str) -> bool:
    """Tell whether an address is one of the portal's callbacks, written plainly."""
    parts = urlsplit(address)
    is_plain = not parts.query and not parts.fragment and ".." not in parts.path
    return is_plain and is_portal(request, address) and parts.path.startswith(CALLBACKS)


def back_to(address: str, told: dict[str, str]) -> Response:
    """Send the browser back with what is told."""
    query = urlencode({name: text for name, text in told.items() if text})
    separator = "&" if urlsplit(address).query else "?"
    where = f"{address}{separator}{query}" if query else address
    return RedirectResponse(where, 303, {"Cache-Control": "no-store"})
