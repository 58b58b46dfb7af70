"""The words of the social insurance's search by criteria (apiBHXH, contracts 5.11)."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

PATH = "getMaSoBhxhTheoTieuChi"
KEY_HEADER = "X-Api-Key"
DONE = "0"
WHOLE_DAY = "0"  # loaiNgaySinh: day, month and year are known

# A code comes as "0" from one release and as 0 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]


class Question(BaseModel):
    """The criteria; the two last are the sandbox's, see the page of the system."""

    hoTen: str
    ngaySinh: str  # yyyyMMdd
    loaiNgaySinh: str = WHOLE_DAY
    gioiTinh: str  # 1 male, 2 female, 3 not known
    maTinhKs: str = ""
    maHuyenKs: str = ""
    maXaKs: str = ""
    isKs: str = "0"
    soDinhDanh: str
    maSoBhxh: str


class Answer(BaseModel):
    """The number all criteria belong to; empty when they belong to none."""

    model_config = ConfigDict(hide_input_in_errors=True)

    errorCode: Code
    maSoBhxh: str | None = None
