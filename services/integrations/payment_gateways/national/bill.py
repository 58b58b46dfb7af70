"""What INIT tells of the bill: ThongTinBienLai, every field of the contract."""

from services.integrations.payment_gateways.national import wire
from services.integrations.payment_gateways.port import Bill, BillLine, Payer

NAME_MOST = 250
# Of fines and of the treasury; empty for fees and charges.
UNUSED = (
    "MaLoaiHinhThuPhat TenLoaiHinhThuPhat MaCoQuanQD TenCoQuanQD KhoBac NgayQD SoQD "
    "ThoiGianViPham DiaDiemViPham TenNguoiViPham TaiKhoanThuNSNN HuyenNguoiNop "
    "TinhNguoiNop"
)

BillPart = dict[str, str]
BillFields = dict[str, str | list[BillPart]]


def bill_fields(bill: Bill, payer: Payer, words: str) -> BillFields:
    """Return the bill of an order as the platform prints it."""
    return {
        **dict.fromkeys(UNUSED.split(), ""),
        "MaDichVu": wire.SERVICE_OF_FEES,
        "MaDVC": f"{bill.procedure_code}.01",
        "TenDVC": bill.procedure_name[:NAME_MOST],
        "MaTTHC": bill.procedure_code,
        "TenTTHC": bill.procedure_name[:NAME_MOST],
        "MaDonVi": bill.agency_code,
        "TenDonVi": bill.agency_name,
        "MaHoSo": bill.dossier_code,
        "TKThuHuong": bill.account,
        "MaNHThuHuong": bill.bank_code,
        "TenTKThuHuong": bill.account_name,
        "NoiDungThanhToan": words,
        "HoTenNguoiNop": payer.name,
        "SoCMNDNguoiNop": payer.number,
        "DiaChiNguoiNop": payer.address,
        "PhiLePhi": [_part(line) for line in bill.lines],
        "DSKhoanNop": [
            {"NoiDung": line.name, "SoTien": str(line.amount)} for line in bill.lines
        ],
    }


def _part(line: BillLine) -> BillPart:
    return {
        "LoaiPhiLePhi": wire.FEE if line.is_fee else wire.CHARGE,
        "MaPhiLePhi": line.code,
        "TenPhiLePhi": line.name,
        "SoTien": str(line.amount),
    }
