"""The environment ministry (dvcthietyeu): the calls of the shared contract, and its board."""

import base64
import hashlib
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.ministries.generic_ledger import BAD, DONE
from sandbox.ministries.generic_ministry import SYSTEM_FAULT, behind, each, said
from sandbox.ministries.natural_catalogue import (
    Offer,
    Owner,
    dossier_of,
    invented,
    load_offer,
)
from sandbox.ministries.natural_filings import Filings
from sandbox.ministries.natural_pages import FilingPages
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM = System(
    "natural_resources",
    "Bộ Nông nghiệp và Môi trường – dvcthietyeu",
    "/natural-resources/",
    SYSTEM_FAULT,
)
HOME = "/natural-resources"
GATE = f"{HOME}/apiTNMT/1.0"
MOST_ROWS = 100
SHORT = ("MaHoSo", "MaTTHC", "MaDonVi", "NgayNopHoSo", "TrangThaiHoSo")
NOT_THEIRS = ("MaHoSoDiaPhuong", "TienDo", "KetQua", "told")  # of chiTietHoSo
OLD = "000.00.19.G14-260105-000001"  # there from the first start, taken over long ago

Body = dict[str, Any]  # JSON


class NaturalResources:
    """What the provinces ask and tell; the citizens' pages lie beside it."""

    def __init__(self, settings: Settings, templates: Jinja2Templates) -> None:
        self._templates, self._tokens = templates, GatewayTokens(settings)
        self._offer, self._filings = load_offer(), Filings(settings.data)
        self._pages = FilingPages(settings, templates, self._offer, self._filings)
        if not self._filings.dossiers:
            _seed(self._offer, self._filings)

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, the pages and the board."""
        calls = {
            "layDanhSachHoSo": self._list,
            "chiTietHoSo": self._detail,
            "xacNhanDaNhan": self._acknowledge,
            "dongBoHoSo": self._update,
            "capNhatTienDo": lambda body: each(body, self._filings.add_progress),
        }
        return [
            *self._pages.routes(),
            Route(f"{HOME}.board", self.board),
            Route(f"{HOME}.json", lambda _: JSONResponse(self._filings.newest_first())),
            Route(f"{HOME}.register", self.register, methods=["POST"]),
            Route(f"{HOME}/token", self._tokens.token, methods=["POST"]),
            Route(f"{GATE}/taiLieu/{{paper}}", self.paper),
            *(
                Route(f"{GATE}/{name}", behind(self._tokens, call), methods=["POST"])
                for name, call in calls.items()
            ),
        ]

    def board(self, request: Request) -> Response:
        """Show every dossier, and let the tester file one with a press."""
        context = {
            "home": HOME,
            "offer": self._offer,
            "rows": self._filings.newest_first()[:50],
        }
        return self._templates.TemplateResponse(request, "natural/board.html", context)

    async def register(self, request: Request) -> Response:
        """File an invented dossier with its papers, perhaps without what lacks."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        unit = self._offer.unit(str(form.get("unit")))
        procedure = self._offer.procedure(str(form.get("procedure")))
        if unit is None or procedure is None:
            return Response("no such unit or procedure", status_code=400)
        person, lacks = self._offer.people[0], bool(form.get("lacks"))
        owner = Owner(
            name=person["name"],
            number=person["number"],
            born="" if lacks else person["born"],
            phone="" if lacks else person["phone"],
            email=person["email"],
            address=person["address"],
        )
        papers = [invented(*one) for one in procedure["papers"]]
        row = dossier_of(procedure, unit, owner)
        press = uuid4().hex
        await run_in_threadpool(self._filings.file, row, papers, press)
        return RedirectResponse(f"{HOME}.board", status_code=303)

    def paper(self, request: Request) -> Response:
        """Hand a file out with what proves that it is whole."""
        if no := self._tokens.refuse(request):
            return no
        found = self._filings.paper(str(request.path_params["paper"]))
        if found is None:
            return Response("no such paper", status_code=404)
        name, data = found
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Digest": f"sha-256={digest}",
        }
        return Response(data, media_type="application/octet-stream", headers=headers)

    def _list(self, asked: Body) -> Body:
        try:
            page, size = int(asked["Trang"]), int(asked["KichThuoc"])
            unit, since, until = (
                str(asked[name]) for name in ("MaDonVi", "TuNgay", "DenNgay")
            )
        except (KeyError, TypeError, ValueError):
            return said(BAD, "Thiếu trường hoặc sai định dạng")
        if not unit or page < 1 or not 1 <= size <= MOST_ROWS:
            return said(BAD, "Trang hoặc KichThuoc không hợp lệ")
        rows = self._filings.waiting(unit, since, until)
        shown = rows[(page - 1) * size : page * size]
        result = [{name: row[name] for name in SHORT} for row in shown]
        return {**said(DONE, "Thành công"), "total": len(rows), "result": result}

    def _detail(self, asked: Body) -> Body:
        code = str(asked.get("MaHoSo"))
        if code not in self._filings.dossiers:
            return said("-2", "Không có hồ sơ này")
        row = self._filings.dossiers[code]
        whole = {name: row[name] for name in row if name not in NOT_THEIRS}
        return {**said(DONE, "Thành công"), "result": whole}

    def _acknowledge(self, asked: Body) -> Body:
        codes = asked.get("MaHoSo")
        if not isinstance(codes, list) or not 0 < len(codes) <= MOST_ROWS:
            return said(BAD, "MaHoSo phải là danh sách")
        ours = str(asked.get("MaHoSoDiaPhuong") or "")
        result = [
            {"MaHoSo": code, **said(*self._filings.acknowledge(code, ours))}
            for code in map(str, codes)
        ]
        return {**said(DONE, "Đã nhận"), "result": result}

    def _update(self, asked: Body) -> Body:
        updating = str(asked.get("isUpdating"))
        if updating not in ("True", "False"):
            return said(BAD, "Thiếu isUpdating")
        return each(asked, lambda row: self._filings.update(row, updating == "True"))


def _seed(offer: Offer, filings: Filings) -> None:
    """File one of last winter, which a province has had ever since."""
    person, procedure, unit = offer.people[0], offer.procedures[0], offer.units[1]
    owner = Owner(
        name=person["name"],
        number=person["number"],
        born=person["born"],
        phone=person["phone"],
        address=person["address"],
    )
    papers = [invented(*procedure["papers"][0])]
    row = {**dossier_of(procedure, unit, owner), "NgayNopHoSo": "20260105090000"}
    filings.file(row, papers, "seed", OLD)
    filings.acknowledge(OLD, "H55.242-260105-0001")
    filings.add_progress(
        {
            "MaHoSo": OLD,
            "NguoiXuLy": unit["name"],
            "ThoiDiemXuLy": "20260106090000",
            "PhongBanXuLy": unit["name"],
            "NoiDungXuLy": "Bắt đầu giải quyết",
            "TrangThai": "4",
        }
    )
