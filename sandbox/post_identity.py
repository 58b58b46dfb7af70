"""The post office: a clerk prints a slip for a person, the post answers about it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Journal
from sandbox.names import spelling
from sandbox.numbers import local
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM = System(
    "post_identity",
    "Định danh khách hàng (Bưu điện Việt Nam)",
    "/post-identity/",
    {"code": "99", "message": "business error"},
)
LETTERS = "ACDEFHJKMNPRTVWXY34679"  # none of them looks like another on paper
SLIP_LENGTH = 8
SLIP_LIVES, ANSWER_HOLDS = timedelta(days=7), timedelta(hours=1)
MOST_SHOWN = 30


class Person(BaseModel):
    """Whom the clerk sees, with the papers beside."""

    account: str = Field(min_length=3, max_length=120)
    fullName: str = Field(min_length=1, max_length=120)
    birthDate: date
    idNumber: str = Field(pattern=r"^(\d{9}|\d{12})$")

    def mark(self) -> str:
        """Return what two statements about one person have in common."""
        account = local(self.account) or self.account.casefold().strip()
        facts = (account, spelling(self.fullName), str(self.birthDate), self.idNumber)
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()


class Question(Person):
    """What a person says to the portal, with the code of the slip."""

    slipCode: str = Field(min_length=1, max_length=40)
    requestId: str = Field(min_length=1)


class PostOffice:
    """The slips printed and spent, kept from one start to the next."""

    def __init__(self, settings: Settings, templates: Jinja2Templates) -> None:
        self.settings, self.templates = settings, templates
        self._printed = Journal(settings.data / "slips.jsonl")
        self._spent = Journal(settings.data / "spent_slips.jsonl")

    def routes(self) -> list[Route]:
        """Return the address of the contract, and the counter."""
        return [
            Route("/post-identity", self.counter),
            Route("/post-identity", self.print_slip, methods=["POST"]),
            Route("/post-identity.json", self.as_json),
            Route("/post-identity/verify", self.verify, methods=["POST"]),
        ]

    def counter(self, request: Request) -> Response:
        """Show the form of the clerk and the slips printed."""
        return self._page(request)

    def as_json(self, _request: Request) -> Response:
        """Return the slips, newest first, for tests."""
        return JSONResponse([vars(slip) for slip in self.slips()])

    async def print_slip(self, request: Request) -> Response:
        """Print a slip for the person at the counter."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = {name: str(value) for name, value in (await request.form()).items()}
        try:
            person = Person.model_validate(form)
        except ValidationError:
            return self._page(request, form)
        code = "".join(secrets.choice(LETTERS) for _ in range(SLIP_LENGTH))
        row = {"code": code, "mark": person.mark(), "at": _now().isoformat()}
        shown = {"name": person.fullName, "account": person.account}
        await run_in_threadpool(self._printed.append, code, row | shown)
        return RedirectResponse("/post-identity", status_code=303)

    async def verify(self, request: Request) -> Response:
        """Compare what is asked with the slip, and spend it when all agrees."""
        given = request.headers.get("X-Api-Key", "").encode()
        if not secrets.compare_digest(given, self.settings.key.encode()):
            return JSONResponse({"code": "1", "message": "wrong api key"})
        try:
            question = Question.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"code": "2", "message": "invalid request"})
        matched = await run_in_threadpool(self._spend, question)
        return JSONResponse({"code": "0", "matched": matched})

    def slips(self) -> list["Slip"]:
        """Return the slips, newest first."""
        spent = {row["code"] for row in self._spent.rows}
        return [
            Slip(row["code"], row["name"], row["account"], row["code"] in spent)
            for row in reversed(self._printed.rows)
        ]

    def _spend(self, question: Question) -> bool:
        """A spent slip says yes again for an hour, to the same question only."""
        printed = {row["code"]: row for row in self._printed.rows}
        slip = printed.get(question.slipCode)
        if slip is None or slip["mark"] != question.mark():
            return False
        if datetime.fromisoformat(slip["at"]) + SLIP_LIVES < _now():
            return False
        row = {"code": slip["code"], "at": _now().isoformat()}
        if self._spent.append(slip["code"], row):
            return True
        [first] = [one for one in self._spent.rows if one["code"] == slip["code"]]
        return datetime.fromisoformat(first["at"]) + ANSWER_HOLDS > _now()

    def _page(self, request: Request, typed: dict[str, str] | None = None) -> Response:
        context = {"slips": self.slips()[:MOST_SHOWN], "typed": typed}
        return self.templates.TemplateResponse(
            request, "post_identity.html", context, status_code=400 if typed else 200
        )


@dataclass(frozen=True)
class Slip:
    """A slip as the page shows it."""

    code: str
    name: str
    account: str
    is_spent: bool


def _now() -> datetime:
    return datetime.now(UTC)
