"""The words of the enterprise registry (contracts 5.5, upper case with underscores)."""

from typing import Annotated

from pydantic import Field

from services.core.text import fold
from services.integrations.lenient import ROWS, Code, Day, Part, Text, Whole

DONE = "1"
NOBODY = ("khong tim thay", "khong ton tai", "khong co du lieu")  # folded
DETAILS, RECEIVED, TODAY, STATE = (
    "chiTietDoanhNghiep",
    "danhSachHoSo",
    "danhSachHoSoTrongNgay",
    "tinhTrangHoSo",
)


class Answer(Part):
    """Their yes or no, whatever the HTTP status says."""

    Status: Code
    Message: Text = ""

    @property
    def is_nobody(self) -> bool:
        """Tell whether they say that there is no such thing."""
        return any(words in fold(self.Message) for words in NOBODY)


class Main(Part):
    """The enterprise itself."""

    ENTERPRISE_ID: Text = ""
    ENTERPRISE_GDT_CODE: Text = ""
    ENTERPRISE_TYPE_NAME: Text = ""
    NAME: Text
    SHORT_NAME: Text = ""
    NAME_F: Text = ""
    FOUNDING_DATE: Day = None
    LAST_AMEND_DATE: Day = None
    NUMBER_CHANGES: Whole = None
    ENTERPRISE_STATUS: Text = ""
    LEGAL_NAMES: Text = ""
    CAPITAL_AMOUNT: Whole = None


class Office(Part):
    """Where its head office is."""

    CityName: Text = ""
    WardName: Text = ""
    StreetNumber: Text = ""
    AddressFullText: Text = ""


class Activity(Part):
    """A line of business."""

    CODE: Text = ""
    NAME: Text = ""
    IS_MAIN: Text = ""


class CapitalMember(Part):
    """Who put capital in."""

    MEMBER_NAME: Text = ""
    AMOUNT: Whole = None
    RATIO_PERCENT: Text = ""
    COUNTRY: Text = ""


class Details(Answer):
    """One enterprise; the office is spelled HOAdress there."""

    MainInformation: Main | None = None
    HOAdress: Office | None = None
    BusinessActivity: Annotated[list[Activity], ROWS] = Field(default_factory=list)
    Member: Annotated[list[CapitalMember], ROWS] = Field(default_factory=list)


class Registration(Part):
    """A dossier; CONTACT_* and what else they say is not read."""

    IN_JOURNAL_NO: Text
    DOCUMENT_TYPE: Text = ""
    ENTERPRISE_CODE: Text = ""
    ENTERPRISE_GDT_CODE: Text = ""
    NAME: Text = ""
    SITE_ID: Text = ""
    RECEIPT_DATE: Day = None
    PLAN_DATE: Day = None
    PROCESS_STATUS: Text = ""
    PROCESSED_DATE: Day = None
    REGISTRATION_DATE: Day = None
    SUPPLEMENT_DATE: Day = None
    SUBMISSION_TYPE: Text = ""


class Registrations(Answer):
    """A page of dossiers."""

    Data: Annotated[list[Registration], ROWS] = Field(default_factory=list)
