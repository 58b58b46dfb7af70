"""The words of dossiers filed at the national portal (sandbox contract, docs/systems)."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from services.integrations.national_portal.wire import Answer, Part, Text, rows_of

WAITING, DETAIL = "LayDanhSachHoSoChoTiepNhan", "ChiTietHoSo"
FILE, TAKEN = "LayTepDinhKem", "XacNhanDaNhan"
PAGE = 100  # rows asked for at once
BY_POST = "1"  # HinhThuc


class Row(Part):
    """A dossier that waits."""

    MaHoSo: Text = Field(min_length=1)


class WaitingRows(Answer):
    """A page of what waits, the oldest first."""

    result: Annotated[list[Row], BeforeValidator(rows_of)] = Field(default_factory=list)


class FiledPaper(Part):
    """A file of a dossier, by its number; the bytes are asked for apart."""

    TepDinhKemId: Text
    TenTepDinhKem: Text = ""
    MaThanhPhanHoSo: Text = ""


class FiledDossier(Part):
    """HoSo of the sync, with what a desk must know of the person."""

    MaHoSo: Text = Field(min_length=1)
    MaTTHC: Text
    MaDonVi: Text
    ChuHoSo: Text
    NgayNopHoSo: Text
    TenNguoiNop: Text = ""
    SoDinhDanhNguoiNop: Text = ""
    NgaySinh: Text = ""
    SoDienThoai: Text = ""
    Email: Text = ""
    DiaChi: Text = ""
    TrichYeuHoSo: Text = ""
    HinhThuc: Text = ""
    TaiLieuNop: Annotated[list[FiledPaper], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )


class FiledDossiers(Answer):
    """The one asked for; nothing when it was taken back."""

    result: Annotated[list[FiledDossier], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )


class FileRow(Part):
    """The bytes of a file, and their hash."""

    TenTepDinhKem: Text = ""
    DuLieu: Text
    Hash: Text = ""  # SHA-256, hexadecimal


class FileRows(Answer):
    """The file asked for."""

    result: Annotated[list[FileRow], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )
