"""The environment ministry's pages: file a dossier step by step, follow it, look it up."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.ministries.natural_catalogue import (
    Handed,
    Offer,
    Owner,
    dossier_of,
    invented,
)
from sandbox.ministries.natural_filings import Filings
from sandbox.pages import is_foreign
from sandbox.settings import Settings

HOME = "/natural-resources"
MOST_DRAFTS = 200
NUMBER, DAY = re.compile(r"\d{12}"), re.compile(r"\d{2}/\d{2}/\d{4}")
FETCHED = "/in/lien-thong/tep/"  # a file that opens with the key of the ministry alone
WRONG_CODE = "Mã xác nhận chưa đúng. Nhập lại theo ảnh mới."

Row = dict[str, Any]  # JSON


@dataclass
class Draft:
    """What is typed and attached, until it is sent."""

    procedure: Row
    unit: Row
    owner: Owner
    papers: list[Handed] = field(default_factory=list)


class FilingPages:
    """Drafts live as long as the process; what was sent is in the ledger."""

    def __init__(
        self,
        settings: Settings,
        templates: Jinja2Templates,
        offer: Offer,
        filings: Filings,
    ) -> None:
        self._settings, self._templates = settings, templates
        self._offer, self._filings = offer, filings
        self._drafts: dict[str, Draft] = {}
        self._secret = secrets.token_bytes(16)

    def routes(self) -> list[Route]:
        """Return the addresses, in the order a citizen walks them."""
        both = ["GET", "POST"]
        return [
            Route(HOME, self.front),
            Route(f"{HOME}.don-vi", self.choose_unit),
            Route(f"{HOME}.thu-tuc", self.procedure),
            Route(f"{HOME}.nop", self.fill_in, methods=both),
            Route(f"{HOME}.gui", self.send, methods=both),
            Route(f"{HOME}.da-gui", self.sent),
            Route(f"{HOME}.cua-toi", self.mine),
            Route(f"{HOME}.tra-cuu", self.look_up),
            Route(f"{HOME}.ket-qua", self.result),
        ]

    def front(self, request: Request) -> Response:
        """Show what can be filed here."""
        return self._page(request, "front", procedures=self._offer.procedures)

    def choose_unit(self, request: Request) -> Response:
        """Ask which unit is to decide."""
        chosen = self._offer.procedure(request.query_params.get("thu-tuc", ""))
        if chosen is None:
            return RedirectResponse(HOME, status_code=303)
        return self._page(request, "unit", chosen=chosen, units=self._offer.units)

    def procedure(self, request: Request) -> Response:
        """Show what the procedure asks for at this unit."""
        place = self._place(request)
        if place is None:
            return RedirectResponse(HOME, status_code=303)
        return self._page(request, "procedure", chosen=place[0], unit=place[1])

    async def fill_in(self, request: Request) -> Response:
        """Take the owner and the papers, or say what is wrong with them."""
        place = self._place(request)
        if place is None or is_foreign(request):
            return RedirectResponse(HOME, status_code=303)
        shown: Row = {"chosen": place[0], "unit": place[1]}
        if request.method == "GET":
            typed = {**self._offer.people[0], "request": place[0]["request"]}
            return self._page(request, "fill_in", typed=typed, problems={}, **shown)
        form = await request.form()
        typed = {name: str(form.get(name) or "").strip() for name in OWNER_FIELDS}
        papers = await _papers(form, place[0])
        if problems := _problems(typed, papers, place[0]):
            return self._page(
                request, "fill_in", typed=typed, problems=problems, **shown
            )
        key = uuid4().hex
        owner = Owner(**typed, by_post=form.get("post") == "1")
        self._drafts[key] = Draft(*place, owner, papers)
        while len(self._drafts) > MOST_DRAFTS:
            self._drafts.pop(next(iter(self._drafts)))
        return RedirectResponse(f"{HOME}.gui?nhap={key}", status_code=303)

    async def send(self, request: Request) -> Response:
        """Ask for the confirmation code, then file."""
        key = request.query_params.get("nhap", "")
        draft = self._drafts.get(key)
        if draft is None or is_foreign(request):
            return RedirectResponse(HOME, status_code=303)
        fault = ""
        if request.method == "POST":
            form = await request.form()
            if self._is_right(form.get("anh"), form.get("ma")):
                row = dossier_of(draft.procedure, draft.unit, draft.owner)
                file = self._filings.file
                code = await run_in_threadpool(file, row, draft.papers, key)
                return RedirectResponse(f"{HOME}.da-gui?ma={code}", status_code=303)
            fault = WRONG_CODE
        picture = self._picture()
        return self._page(request, "send", draft=draft, fault=fault, **picture)

    def sent(self, request: Request) -> Response:
        """Show the code of what was filed."""
        found = self._filings.dossiers.get(request.query_params.get("ma", ""))
        if found is None:
            return RedirectResponse(HOME, status_code=303)
        return self._page(request, "sent", found=found)

    def mine(self, request: Request) -> Response:
        """List what a person filed: here nobody has to sign in."""
        number = request.query_params.get("so", self._offer.people[0]["number"])
        rows = self._filings.newest_first()
        found = [row for row in rows if row["SoGiayToChuHoSo"] == number]
        people = {one["number"]: one["name"] for one in self._offer.people}
        people |= {row["SoGiayToChuHoSo"]: row["ChuHoSo"] for row in rows}
        return self._page(request, "mine", rows=found, people=people, number=number)

    def look_up(self, request: Request) -> Response:
        """Let who has the code see where it stands, after the confirmation code."""
        asked = request.query_params
        code, fault, found = asked.get("MaHoSo", "").strip()[:60], "", None
        if code and not self._is_right(asked.get("anh"), asked.get("ma")):
            fault = WRONG_CODE
        elif code in self._filings.dossiers:
            found = self._filings.show(code)
        picture = self._picture()
        return self._page(
            request, "look_up", code=code, fault=fault, found=found, **picture
        )

    def result(self, request: Request) -> Response:
        """Open a result where the province keeps it, with the ministry's key."""
        found = self._filings.dossiers.get(request.query_params.get("ma", ""))
        if found is None or not found["KetQua"]:
            return Response("no such result", status_code=404)
        address = str(found["KetQua"][0]["DuongDanTepTinKetQua"])
        if FETCHED not in address:
            return RedirectResponse(address, status_code=303)
        key = {"Authorization": f"Bearer {self._settings.key}"}
        try:
            answer = httpx.get(address, headers=key, timeout=10).raise_for_status()
        except httpx.HTTPError:
            return Response("the province does not hand it out now", status_code=502)
        return Response(answer.content, media_type=answer.headers.get("Content-Type"))

    def _place(self, request: Request) -> tuple[Row, Row] | None:
        chosen = self._offer.procedure(request.query_params.get("thu-tuc", ""))
        unit = self._offer.unit(request.query_params.get("don-vi", ""))
        return (chosen, unit) if chosen and unit else None

    def _page(self, request: Request, name: str, **context: Any) -> Response:
        return self._templates.TemplateResponse(
            request, f"natural/{name}.html", {"home": HOME, **context}
        )

    def _picture(self) -> Row:
        """Return a new picture: its name, and the code that is drawn on it."""
        name = secrets.token_hex(8)
        return {"picture": name, "drawn": self._code_of(name)}

    def _code_of(self, name: str) -> str:
        digest = hmac.digest(self._secret, name.encode(), hashlib.sha256)
        return f"{int.from_bytes(digest[:4]) % 100_000:05d}"

    def _is_right(self, name: object, typed: object) -> bool:
        wanted = self._code_of(str(name or ""))
        return hmac.compare_digest(wanted, str(typed or "").strip()[:8])


OWNER_FIELDS = ("name", "number", "born", "phone", "email", "address", "request")


async def _papers(form: FormData, procedure: Row) -> list[Handed]:
    """Return what was attached; on wish an invented paper where nothing was."""
    found: list[Handed] = []
    for code, name in procedure["papers"]:
        given = [one for one in form.getlist(code) if isinstance(one, UploadFile)]
        kept = [Handed(code, str(one.filename), await one.read()) for one in given]
        kept = [one for one in kept if one.name and one.data]
        if not kept and form.get("invented"):
            kept = [await run_in_threadpool(invented, code, name)]
        found += kept
    return found


def _problems(typed: dict[str, str], papers: list[Handed], procedure: Row) -> Row:
    """Return what is wrong, by the field; a day of birth is not asked for here."""
    problems: Row = {}
    if not typed["name"]:
        problems["name"] = "Nhập họ và tên chủ hồ sơ."
    if not NUMBER.fullmatch(typed["number"]):
        problems["number"] = "Số định danh gồm 12 chữ số."
    if typed["born"] and not DAY.fullmatch(typed["born"]):
        problems["born"] = "Nhập ngày sinh theo mẫu 31/12/1990."
    if not typed["request"]:
        problems["request"] = "Nhập nội dung đề nghị."
    attached = {one.component for one in papers}
    for code, _ in procedure["papers"]:
        if code not in attached:
            problems[code] = "Đính kèm tệp, hoặc đánh dấu dùng giấy tờ hư cấu."
    return problems
