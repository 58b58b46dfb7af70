"""What every system of the sync agrees on: states, codes, moments, fields (contracts 2)."""

import re

CODE = re.compile(
    r"(\d{3}(\.\d{2}){2}\.[HG]\d{2}|[HG]\d{2}(\.\d{1,3}){0,3})-\d{6}-\d{4,}"
)
MOMENT = re.compile(r"\d{14}")
STATUSES = {
    "1": "Mới đăng ký",
    "2": "Được tiếp nhận",
    "3": "Không được tiếp nhận",
    "4": "Đang xử lý",
    "5": "Yêu cầu bổ sung giấy tờ",
    "6": "Yêu cầu thực hiện nghĩa vụ tài chính",
    "7": "Công dân yêu cầu rút hồ sơ",
    "8": "Dừng xử lý",
    "9": "Đã xử lý xong",
    "10": "Đã trả kết quả",
}
END = "10"
NEEDED = ("MaHoSo", "MaTTHC", "ChuHoSo", "KenhThucHien", "TrangThaiHoSo", "NgayNopHoSo")
NEEDED_OF_PROGRESS = (
    "MaHoSo",
    "NguoiXuLy",
    "ThoiDiemXuLy",
    "PhongBanXuLy",
    "NoiDungXuLy",
    "TrangThai",
)
