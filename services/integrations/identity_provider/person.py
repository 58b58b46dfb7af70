"""Reads the claims of the national portal as an identity, in the portal's words."""

import re

from services.core.faults import Unreadable
from services.core.readers import read_phone
from services.core.text import fold
from services.integrations.identity_provider.port import Identity
from services.integrations.identity_provider.wire import Claims

CITIZEN, ENTERPRISE, STATE_AGENCY = "citizen", "enterprise", "state_agency"
# An account type that is not said is a person's: VNeID knows persons only.
PARTIES = {"": CITIZEN, "1": CITIZEN, "2": ENTERPRISE, "3": STATE_AGENCY}
SEXES = {"1": "male", "nam": "male", "m": "male", "male": "male"}
SEXES |= {"2": "female", "nu": "female", "f": "female", "female": "female"}
POLICE = "BCA"
CITIZEN_ID, OLD_ID_NUMBER = re.compile("[0-9]{12}"), re.compile("[0-9]{9}")
TAX_CODE = re.compile("[0-9]{10}(-?[0-9]{3})?")


def read_identity(claims: Claims, id_token: str) -> Identity | None:
    """Return whom the claims speak of, or None for a kind of account unknown here."""
    party = PARTIES.get(claims.LoaiTaiKhoan)
    if party is None or not claims.sub:
        return None
    numbers = (claims.SoDinhDanh, claims.SoCMND)
    name = claims.TenDoanhNghiep if party != CITIZEN else ""
    return Identity(
        subject=claims.TechID or claims.sub,
        party=party,
        full_name=name or claims.HoVaTen,
        level=claims.loAs,
        is_from_police=claims.loginIdp.upper() == POLICE,
        citizen_id=_first(CITIZEN_ID, *numbers),
        old_id_number=_first(OLD_ID_NUMBER, *reversed(numbers)),
        passport=claims.HoChieu,
        nationality=claims.QuocTich,
        birth_date=claims.NgayThangNamSinh,
        sex=SEXES.get(fold(claims.GioiTinh), ""),
        phone=_phone(claims.SoDienThoai),
        email=claims.ThuDienTu,
        address=claims.DiaChi or claims.NoiOHienNay or claims.ThuongTru,
        tax_code=_first(TAX_CODE, claims.MaSoThue, claims.MaSoDoanhNghiep),
        representative=claims.NguoiDaiDien,
        id_token=id_token,
    )


def _first(form: re.Pattern[str], *texts: str) -> str:
    """Return the first that has the form; a number of another form is not said."""
    return next((text for text in texts if form.fullmatch(text)), "")


def _phone(text: str) -> str:
    try:
        return read_phone(text)
    except Unreadable:
        return ""
