"""What the national portal answers, in the portal's words."""

from collections.abc import Sequence

from services.core.errors import SystemUnavailable
from services.core.text import clean
from services.integrations.national_portal import wire
from services.integrations.national_portal.port import (
    KeptDossier,
    NationalFee,
    NationalProcedure,
    Way,
)

WAYS = {"1": Way.DIRECT, "2": Way.ONLINE, "3": Way.POSTAL}
PUBLIC = "1"


def kept_of(row: wire.KeptRow) -> KeptDossier:
    """Return a dossier as they have it."""
    fees, results = row.DanhSachLePhi, row.DanhSachGiayToKetQua
    return KeptDossier(
        code=row.MaHoSo,
        status=row.TrangThaiHoSo,
        owner_name=clean(row.ChuHoSo),
        owner_number=row.SoGiayToChuHoSo,
        fee=None if fees is None else round(sum(line.Gia for line in fees)),
        has_result=None if results is None else bool(results),
    )


def only_of(code: str, found: Sequence[KeptDossier]) -> tuple[KeptDossier, ...]:
    """Return what was asked about; an answer about somebody else's is none at all."""
    if any(one.code != code for one in found):
        raise SystemUnavailable("dossier")
    return tuple(found)


def procedure_of(row: wire.ProcedureRow) -> NationalProcedure:
    """Return a procedure of their catalogue."""
    return NationalProcedure(
        code=row.MATTHC,
        name=clean(row.TENTTHC),
        is_public=row.TRANGTHAI == PUBLIC,
        promulgated_by=row.MACOQUANCONGBO,
        sectors=tuple(clean(one.TENLINHVUC) for one in row.LINHVUCTHUCHIEN),
        papers=tuple(
            (paper.MAGIAYTO, clean(paper.TENGIAYTO))
            for case in row.THANHPHANHOSO
            for paper in case.GIAYTO
        ),
        results=tuple(
            (one.MAKETQUA, clean(one.TENKETQUA)) for one in row.KETQUATHUCHIEN
        ),
        fees=tuple(
            _fee(money, WAYS.get(channel.KENH, Way.OTHER))
            for channel in row.CACHTHUCTHUCHIEN
            for term in channel.THOIGIAN
            for money in term.PHILEPHI
        ),
    )


def _fee(money: wire.Money, way: Way) -> NationalFee:
    """Read an amount that comes as a number, as a text, or not at all."""
    digits = money.SOTIEN.removesuffix(".0")
    amount = int(digits) if digits.isdecimal() else None
    return NationalFee(money.MAPHILEPHI, amount, clean(money.MOTA), way)
