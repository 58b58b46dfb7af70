"""A dossier that was filed at the registry, as the portal takes it in."""

from services.core.clock import ZONE
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.social_assistance_registry import wire

BY_POST = "1"  # HinhThucTra
SEXES = {"1034": "male", "1035": "female"}  # GioiTinhId
FORM = "e."  # begins the code of a form's field
CARD_DIGITS = 12


def as_arrival(row: wire.Row, papers: tuple[ArrivedPaper, ...]) -> Arrival:
    """Return it whole: who asks is who files, they keep no other person."""
    return Arrival(
        code=row.MaHoSo,
        unit=row.MaDonViXuLy,
        procedure=row.MaTTHC,
        submitted_at=row.SubmitedDate.replace(tzinfo=ZONE),
        submitter=ArrivedPerson(
            name=row.HoVaTen,
            number=_number(row),
            birth_date=row.NgayThangNamSinh,
            phone=row.SoDienThoai,
            email=row.Email,
            address=row.NOHT_ChiTiet or row.HKTT_ChiTiet,
        ),
        request=row.TenTTHC,
        wants_post=row.HinhThucTra == BY_POST,
        papers=papers,
        answers=_answers(row),
    )


def _number(row: wire.Row) -> str:
    return row.SoDinhDanh or row.CMND


def _answers(row: wire.Row) -> dict[str, str]:
    """Return what the form of social assistance asks, as far as they were told it."""
    number = _number(row)
    born = row.NgayThangNamSinh
    said = {
        "person_name": row.HoVaTen,
        "person_birth_date": f"{born:%d/%m/%Y}" if born else "",
        "person_sex": SEXES.get(row.GioiTinhId, ""),
        "person_ethnic_group": row.DanTocId.zfill(2) if row.DanTocId else "",
        "person_permanent.commune": row.HKTT_MaXa,
        "person_permanent.detail": row.HKTT_ChiTiet,
        "person_present.commune": row.NOHT_MaXa,
        "person_present.detail": row.NOHT_ChiTiet,
        "person_phone": row.SoDienThoai,
        "person_email": row.Email,
        "declarer_name": row.HoVaTen,
        "declarer_relation": "self",
    }
    if len(number) == CARD_DIGITS:
        said |= dict.fromkeys(("person_citizen_id", "declarer_citizen_id"), number)
        said["person_paper_kind"] = "citizen_card"
    if row.SoTaiKhoan:
        said |= {"pay_by": "account", "account_name": row.HoVaTen}
        said |= {"account_number": row.SoTaiKhoan, "account_bank": row.NganHang}
    return {FORM + name: text for name, text in said.items() if text}
