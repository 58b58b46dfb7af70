"""The register of budget units behind the data gateway (contracts 1 A, 5.6)."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import httpx

from services.core.errors import SystemRefused
from services.integrations import transport
from services.integrations.budget_unit_registry import wire
from services.integrations.budget_unit_registry.port import BudgetCount, BudgetDossier
from services.integrations.gateway import GatewayLogin

DAY = "%d/%m/%Y"

A = TypeVar("A", bound=wire.Answer)


class HttpBudgetUnitRegistry:
    """Asks through the gateway."""

    def __init__(self, client: httpx.Client, key: str, secret: str) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client = client

    def dossiers(
        self, first: date, last: date, page: int, size: int
    ) -> tuple[BudgetDossier, ...]:
        """Return a page of the dossiers of a period."""
        asked = _period(first, last) | {"trang": str(page), "kichThuoc": str(size)}
        answer = self._ask(wire.LIST, asked, wire.Dossiers)
        return tuple(_dossier(row) for row in answer.result) if answer else ()

    def find(self, number: str) -> BudgetDossier | None:
        """Return one dossier."""
        answer = self._ask(wire.DETAILS, {"maHoSo": number}, wire.Dossiers)
        rows = answer.result if answer else []
        return next((_dossier(row) for row in rows if row.MaHoSo == number), None)

    def counts(self, first: date, last: date) -> tuple[BudgetCount, ...]:
        """Return their own count of a period."""
        answer = self._ask(wire.COUNTS, _period(first, last), wire.Counts)
        return tuple(
            BudgetCount(row.LoaiDangKy, row.TrangThai, row.SoLuong or 0)
            for row in (answer.result if answer else ())
        )

    def _ask(self, path: str, query: Mapping[str, str], answer: type[A]) -> A | None:
        said = transport.get(self._client, path, answer, query=query)
        if said.error_code == wire.DONE:
            return said
        if said.error_code == wire.NOBODY:
            return None
        raise SystemRefused(path, 200)


def _period(first: date, last: date) -> dict[str, str]:
    return {"tuNgay": f"{first:{DAY}}", "denNgay": f"{last:{DAY}}"}


def _dossier(row: wire.Dossier) -> BudgetDossier:
    return BudgetDossier(
        number=row.MaHoSo,
        kind=row.LoaiDangKy,
        unit=row.TenDonVi,
        code=row.MaDVQHNS,
        unit_kind=row.LoaiHinh,
        chapter=row.ChuongNS,
        area=row.DiaBan,
        parent=row.CoQuanChuQuan,
        filed_on=row.NgayNop,
        issued_on=row.NgayCap,
        status=row.TrangThai,
    )
