"""The words of the land registry (VBDLIS, contracts 5.4)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from services.core.clock import ZONE
from services.integrations.land_registry.port import LandCall
from services.integrations.lenient import ROWS, Part, Text

RECEIVE, RETURNED = "tiepnhan", "capnhattrangthaitraketquahoso"
SUPPLEMENT = "capnhattrangthaibosunghoso"
SYSTEM_FAULT = "SYSTEM"  # type of an answer: it was not looked at
YES = ("true", "1")
ALREADY = ("da ton tai", "da duoc tiep nhan", "da tiep nhan")  # folded
MOMENTS = (
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d",
    "%Y%m%d%H%M%S",
)


class Sent(BaseModel):
    """What is told; the fields are their own. Any: JSON."""

    model_config = ConfigDict(extra="allow")


class Status(Part):
    """Their verdict."""

    success: Annotated[str, BeforeValidator(lambda said: str(said).strip().lower())]
    code: Text = ""
    type: Text = ""
    message: Text = ""


class Answer(Part):
    """Their yes or no, whatever the HTTP status says."""

    status: Status


def _moment(value: object) -> datetime | None:
    said = str(value or "").strip().partition(".")[0].removesuffix("Z")
    if not said:
        return None
    for form in MOMENTS:
        try:
            return datetime.strptime(said, form).replace(tzinfo=ZONE)
        except ValueError:
            continue
    raise ValueError("moment")


Moment = Annotated[datetime | None, BeforeValidator(_moment)]


class Tax(Part):
    """A notice of the tax office."""

    LoaiThue: Text = ""
    SoThongBaoThue: Text = ""
    DuongDanThongBaoThue: Text = ""


class Result(Part):
    """A paper of the result."""

    TenGiayTo: Text = ""
    LinkFile: Text = ""


class Callback(Part):
    """What any of the five calls may carry; each has its own moment."""

    SoBienNhan: Text = ""
    MaHoSoMotCua: Text = ""
    NoiDungXuLy: Text = ""
    GhiChu: Text = ""
    NgayChuyen: Moment = None
    NgayChoBoSung: Moment = None
    NgayNhanBoSung: Moment = None
    NgayThongBao: Moment = None
    NgayKetThuc: Moment = None
    TrangThaiKetThuc: Text = ""
    DanhSachThongBaoThue: Annotated[list[Tax], ROWS] = Field(default_factory=list)
    DanhSachGiayToKetQua: Annotated[list[Result], ROWS] = Field(default_factory=list)


CALLS: Mapping[str, LandCall] = {
    "ChuyenHoSo": LandCall.MOVED,
    "YeuCauBoSungHoSo": LandCall.SUPPLEMENT_ASKED,
    "NhanBoSungHoSo": LandCall.SUPPLEMENT_TAKEN,
    "GuiKetQuaThue": LandCall.TAXES,
    "KetThucHoSo": LandCall.ENDED,
}
MOMENT_OF: Mapping[LandCall, str] = {
    LandCall.MOVED: "NgayChuyen",
    LandCall.SUPPLEMENT_ASKED: "NgayChoBoSung",
    LandCall.SUPPLEMENT_TAKEN: "NgayNhanBoSung",
    LandCall.TAXES: "NgayThongBao",
    LandCall.ENDED: "NgayKetThuc",
}
Fields = dict[str, Any]  # JSON
