"""The ways to prove who one is: password and OTP, USB token, SIM card, SmartCA."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from captcha.image import ImageCaptcha
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.identity.people import Person
from sandbox.identity.screens import Screens
from sandbox.identity.store import MOST_SENDS, Journey
from sandbox.messages import Messages

PIN = b"123456"
SIZES = (38, 42, 46)
INK, PAPER, SIZE = (255, 255, 255, 255), (25, 52, 84), (240, 76)
PASSWORD, TOKEN, SIM, SMART_CA = "password", "usb", "sim", "smart-ca"
WAYS = {PASSWORD: "CMT/CCCD", TOKEN: "Usb ký số", SIM: "Sim ký số"}
WRONG_PICTURE = "Mã xác thực trong hình chưa đúng. Hãy nhập lại theo hình mới."
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."
WRONG_PIN = "Mã PIN của USB ký số chưa đúng."
NO_SUCH_NUMBER = "Số này chưa đăng ký dịch vụ."
CLOSED = "Tài khoản này đã đóng nên không đăng nhập được."
WRONG_OTP = "Mã OTP chưa đúng hoặc đã hết hạn. Bạn còn {left} lần nhập."
NO_TRIES = "Bạn đã nhập sai quá số lần. Hãy bấm “Gửi lại OTP” để nhận mã mới."
OTP_TEXT = (
    "Mã OTP đăng nhập {name} là {code}, dùng trong 5 phút. Không đưa mã này cho ai."
)
NO_SENDS = "Bạn đã nhận đủ số mã của lần đăng nhập này. Hãy đăng nhập lại từ đầu."


@dataclass(frozen=True)
class SignIn:
    """The pages between arriving and being known."""

    screens: Screens
    messages: Messages

    def routes(self) -> list[Route]:
        """Return the steps."""
        at = f"/{self.screens.provider.key}"
        return [
            Route(f"{at}/sign-in/{{id}}", self.page),
            Route(f"{at}/sign-in/{{id}}", self.receive, methods=["POST"]),
            Route(f"{at}/picture/{{id}}.png", self.picture),
            Route(f"{at}/picture/{{id}}.json", self.letters),
            Route(f"{at}/otp/{{id}}", self.otp_page),
            Route(f"{at}/otp/{{id}}", self.check_otp, methods=["POST"]),
            Route(f"{at}/otp/{{id}}/again", self.send_again, methods=["POST"]),
            Route(f"{at}/confirm/{{id}}", self.confirm_page),
            Route(f"{at}/confirm/{{id}}", self.confirm, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show the way that is chosen."""
        journey = self.screens.journey(request)
        if journey is None:
            return self.screens.lost(request)
        return self._page(request, journey, request.query_params.get("way", PASSWORD))

    async def receive(self, request: Request) -> Response:
        """Read what one way asks for."""
        journey = self.screens.journey(request)
        form = await request.form()
        if journey is None:
            return self.screens.lost(request)
        way = str(form.get("way", PASSWORD))
        reader = self._readers().get(way, self._by_password)
        person, fault = reader(journey, form)
        if person is not None and person.is_closed:
            person, fault = None, CLOSED
        if person is None:
            typed = str(form.get("username", ""))
            return self._page(request, journey, way, fault=fault, typed=typed)
        return await self._proved(journey, person, way)

    async def picture(self, request: Request) -> Response:
        """Draw the letters; each drawing has others."""
        journey = self.screens.journey(request)
        if journey is None:
            return Response("no such journey", status_code=404)
        drawing = ImageCaptcha(*SIZE, font_sizes=SIZES)
        # The library bends the first letter over the edge: a blank goes before it.
        drawn = drawing.generate(f" {journey.new_picture()}", "png", PAPER, INK)
        headers = {"Cache-Control": "no-store"}
        return Response(drawn.getvalue(), media_type="image/png", headers=headers)

    async def letters(self, request: Request) -> Response:
        """Tell the letters drawn last: for tests, and for whoever tries things out."""
        journey = self.screens.journey(request)
        return JSONResponse({"letters": journey.picture if journey else ""})

    async def otp_page(self, request: Request) -> Response:
        """Ask for the code that was sent."""
        journey = self.screens.journey(request)
        if journey is None:
            return self.screens.lost(request)
        return self._otp_page(request, journey)

    async def check_otp(self, request: Request) -> Response:
        """Read the code."""
        journey = self.screens.journey(request)
        form = await request.form()
        if journey is None or journey.person is None:
            return self.screens.lost(request)
        if journey.takes_otp(str(form.get("otp", ""))):
            return self.screens.go("consent", journey)
        left = max(journey.tries_left, 0)
        fault = WRONG_OTP.format(left=left) if left else NO_TRIES
        return self._otp_page(request, journey, fault=fault)

    async def send_again(self, request: Request) -> Response:
        """Send another code; the one before is void."""
        journey = self.screens.journey(request)
        if journey is None or journey.person is None:
            return self.screens.lost(request)
        if journey.sends >= MOST_SENDS:
            return self._otp_page(request, journey, fault=NO_SENDS)
        await self._send_otp(journey, journey.person)
        return self._otp_page(request, journey, is_sent_again=True)

    async def confirm_page(self, request: Request) -> Response:
        """Show the telephone that asks for a signature."""
        journey = self.screens.journey(request)
        if journey is None or journey.person is None:
            return self.screens.lost(request)
        compared = hashlib.sha256(journey.id.encode()).hexdigest()[:4].upper()
        return self.screens.show(
            request,
            "confirm",
            journey=journey,
            is_sim=journey.way == SIM,
            person=journey.person,
            compared=compared,
        )

    async def confirm(self, request: Request) -> Response:
        """Take the answer of the telephone."""
        journey = self.screens.journey(request)
        form = await request.form()
        if journey is None or journey.way not in (SIM, SMART_CA):
            return self.screens.lost(request)
        if form.get("decision") == "agree":
            journey.is_proved = journey.person is not None
            return self.screens.go("consent", journey)
        journey.person = None
        fault = "Bạn đã từ chối trên điện thoại. Chưa có gì được gửi đi."
        return self._page(request, journey, journey.way, fault=fault)

    def _readers(self) -> dict[str, Callable[[Journey, FormData], "Read"]]:
        return {
            PASSWORD: self._by_password,
            TOKEN: self._by_token,
            SIM: self._by_sim,
            SMART_CA: self._by_smart_ca,
        }

    def _by_password(self, journey: Journey, form: FormData) -> "Read":
        if not journey.takes_picture(str(form.get("picture", ""))):
            return None, WRONG_PICTURE
        register = self.screens.register
        name, password = str(form.get("username", "")), str(form.get("password", ""))
        return register.by_password(name, password), WRONG

    def _by_token(self, _journey: Journey, form: FormData) -> "Read":
        person = self.screens.register.by_number(str(form.get("token", "")))
        is_open = str(form.get("pin", "")).encode() == PIN
        is_theirs = person is not None and person.has_token and is_open
        return (person if is_theirs else None), WRONG_PIN

    def _by_sim(self, _journey: Journey, form: FormData) -> "Read":
        typed = str(form.get("username", ""))
        return self.screens.register.by_phone(typed), NO_SUCH_NUMBER

    def _by_smart_ca(self, _journey: Journey, form: FormData) -> "Read":
        typed = str(form.get("username", ""))
        return self.screens.register.by_number(typed), NO_SUCH_NUMBER

    async def _proved(self, journey: Journey, person: Person, way: str) -> Response:
        """Go on to the second step of the way; a USB token needs none."""
        # A code that was sent to somebody else must not prove this person.
        journey.person, journey.way, journey.otp = person, way, ""
        journey.is_proved = way == TOKEN
        if way == TOKEN:
            return self.screens.go("consent", journey)
        if way != PASSWORD:
            return self.screens.go("confirm", journey)
        await self._send_otp(journey, person)
        return self.screens.go("otp", journey)

    async def _send_otp(self, journey: Journey, person: Person) -> None:
        provider = self.screens.provider
        text = OTP_TEXT.format(name=provider.name, code=journey.new_otp())
        await run_in_threadpool(
            self.messages.deliver,
            str(uuid4()),
            person.phone,
            text,
            channel="sms",
            sender=provider.sender,
        )

    def _page(
        self, request: Request, journey: Journey, way: str, **context: object
    ) -> Response:
        fault = context.get("fault")
        return self.screens.show(
            request,
            "sign_in",
            422 if fault else 200,
            journey=journey,
            way=way if way in (*WAYS, SMART_CA) else PASSWORD,
            ways=WAYS,
            register=self.screens.register,
            **context,
        )

    def _otp_page(
        self, request: Request, journey: Journey, **context: object
    ) -> Response:
        person = journey.person
        if person is None or not journey.otp:
            return self.screens.go("sign-in", journey)
        status = 422 if context.get("fault") else 200
        masked = f"{person.phone[:3]}****{person.phone[-3:]}"
        return self.screens.show(
            request,
            "otp",
            status,
            journey=journey,
            person=person,
            masked=masked,
            **context,
        )


Read = tuple[Person | None, str]
