"""The words of the national payment platform: flat names, one hash with the secret last."""

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from services.integrations.payment_gateways.port import Failure, Verdict

VERSION, CURRENCY, ANY_BANK = "1.0.6", "VND", "PAYMENT"
OK, NO_ORDER = "00", "01"
PAID, PENDING, FAILED = "1", "3", "4"  # TrangThaiGD
SERVICE_OF_FEES = "2"  # MaDichVu: phí, lệ phí
CHARGE, FEE = "1", "2"  # LoaiPhiLePhi; to be confirmed with the platform
INIT, CONFIRM, QUERY, GET_BILL = "INIT", "CONFIRM", "QUERY", "GET_BILL"
REFUND, REPORT = "REFUND", "REPORT"  # sandbox contract
PATHS = {
    INIT: "init",
    QUERY: "query",
    GET_BILL: "getBill",
    REFUND: "refund",
    REPORT: "report",
}
ASKING = "LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD"
# What is hashed of each message, in this order; the secret comes last.
HASHED = {
    INIT: (
        "LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan "
        "MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich "
        "ThoiGianGD Ip"
    ),
    CONFIRM: (
        "LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang "
        "ThoiGianGD ThongTinGiaoDich"
    ),
    QUERY: ASKING,
    GET_BILL: ASKING,
    REFUND: f"{ASKING} MaHoanTien SoTien MaGiaoDich",
    REPORT: f"{ASKING} NgayDoiSoat",
}
# Theirs, and ours to a confirm; no public source tells the order of either.
HASHED_REPLY = "MaLoi MaDoiTac MaThamChieu ThoiGianGD"
HASHED_REFUND_ANSWER = "MaLoi MaDoiTac MaThamChieu MaHoanTien MaGiaoDichHoan ThoiGianGD"
HASHED_REPORT_ANSWER = "MaLoi MaDoiTac NgayDoiSoat DanhSach"
ANSWERS = {
    Verdict.OK: ("00", "Thanh cong"),
    Verdict.ALREADY: ("00", "Da ghi nhan truoc do"),
    Verdict.NOT_FOUND: ("01", "Khong co ma tham chieu"),
    Verdict.BAD_AMOUNT: ("04", "Sai so tien"),
    Verdict.BAD_SIGNATURE: ("97", "Sai ma xac thuc"),
    Verdict.OTHER: ("99", "Loi khac"),
}
# No public list: the sandbox's own, the numbers of VNPAY.
FAILURES = {
    "09": Failure.NOT_REGISTERED,
    "11": Failure.TIMEOUT,
    "12": Failure.LOCKED,
    "13": Failure.OTP,
    "24": Failure.CANCELLED,
    "51": Failure.FUNDS,
    "65": Failure.LIMIT,
    "75": Failure.MAINTENANCE,
    "07": Failure.SUSPICIOUS,
}


def hashed(fields: Mapping[str, str], words: str, secret: str) -> str:
    """Return MaXacThuc: lower hex SHA-256 of the values and the secret."""
    values = [*(fields.get(word, "") for word in words.split()), secret]
    return hashlib.sha256("|".join(values).encode()).hexdigest()


def _text(value: Any) -> Any:  # Any: what JSON holds
    """Return 0 and "0" alike; null is empty."""
    if value is None:
        return ""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else value


Text = Annotated[str, BeforeValidator(_text)]


class Message(BaseModel):
    """A question as it travels: the fields, in the order of the contract."""

    model_config = ConfigDict(extra="allow", hide_input_in_errors=True)


class Answer(BaseModel):
    """An answer, bare or wrapped in the gateway's envelope as a string of JSON."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    MaLoi: Text
    MoTaLoi: Text = ""
    MaDoiTac: Text = ""
    MaThamChieu: Text = ""
    MaXacThuc: Text = ""

    @model_validator(mode="wrap")
    @classmethod
    def _unwrap(cls, told: Any, read: Any) -> Any:  # Any: JSON before it is read
        is_wrapped = isinstance(told, dict) and "error_code" in told
        if not is_wrapped:
            return read(told)
        inner, code = told.get("message"), _text(told["error_code"])
        if code != "0" or not isinstance(inner, str):
            raise ValueError("refused by the envelope")
        return cls.model_validate_json(inner)


class InitAnswer(Answer):
    """Where the person pays."""

    UrlThanhToan: Text = ""


class Known(Answer):
    """The facts of an order: a confirm, and the answer to QUERY."""

    LoaiBanTin: Text = ""
    SoTien: Text = ""
    MaTienTe: Text = ""
    MaGiaoDich: Text = ""
    MaNganHang: Text = ""
    ThoiGianGD: Text = ""
    ThongTinGiaoDich: Text = ""
    TrangThaiGD: Text = ""


class BillAnswer(Answer):
    """The platform's own receipt (biên lai): its address, or the paper itself."""

    UrlBienLai: Text = ""
    BienLai: Text = ""  # PDF as base64


class RefundAnswer(Answer):
    """What became of a refund (sandbox contract)."""

    MaHoanTien: Text = ""
    MaGiaoDichHoan: Text = ""
    ThoiGianGD: Text = ""


class ReportAnswer(Answer):
    """The ledger of a day: lines by “;”, facts by “,” (sandbox contract)."""

    NgayDoiSoat: Text = ""
    DanhSach: Text = Field(default="", max_length=8_000_000)


LINE = "MaThamChieu MaGiaoDich SoTien TrangThaiGD SoTienHoan ThoiGianGD"
BETWEEN_LINES, BETWEEN_FACTS = ";", ","
