"""Words of what the social assistance registry answers and is told (contracts 5.3)."""

# What they answer to a message, by their code; the numbers are the sandbox's.
ANSWERS: dict[str, str] = {
    "-1": "Thông tin gửi đi còn thiếu hoặc sai. Sửa hồ sơ rồi bấm “Sửa rồi gửi”.",
    "-2": "Họ chưa có hồ sơ này. Mở tin “Hồ sơ” đứng trước, gửi lại tin đó trước.",
    "-3": "Họ không quản lý thủ tục này. Báo quản trị viên sửa danh sách thủ tục đồng bộ.",
    "-4": "Họ không nhận khóa truy cập của tỉnh. Báo quản trị viên; gửi lại không giúp được.",
    "-5": (
        "Hồ sơ ở bên họ đã đi xa hơn bước này. Hỏi cơ quan quản lý; nếu bước này đã cũ thì "
        "đề nghị đóng tin."
    ),
}

# Names of its fields, beside those it shares with the national portal.
FIELDS: dict[str, str] = {
    "HoVaTen": "Người đề nghị",
    "NgayThangNamSinh": "Ngày sinh",
    "GioiTinhId": "Giới tính (mã)",
    "DanTocId": "Dân tộc (mã)",
    "CMND": "Số căn cước hoặc giấy tờ",
    "CMND_NgayCap": "Ngày cấp giấy tờ",
    "CMND_NoiCap": "Nơi cấp giấy tờ (mã)",
    "HKTT_MaTinh": "Thường trú: mã tỉnh",
    "HKTT_MaHuyen": "Thường trú: mã huyện",
    "HKTT_MaXa": "Thường trú: mã xã, phường",
    "HKTT_MaThon": "Thường trú: mã thôn, tổ",
    "HKTT_ChiTiet": "Thường trú: chi tiết",
    "NOHT_MaTinh": "Nơi ở: mã tỉnh",
    "NOHT_MaHuyen": "Nơi ở: mã huyện",
    "NOHT_MaXa": "Nơi ở: mã xã, phường",
    "NOHT_MaThon": "Nơi ở: mã thôn, tổ",
    "NOHT_ChiTiet": "Nơi ở: chi tiết",
    "SubmitedDate": "Nộp lúc",
    "StatusId": "Số trạng thái",
    "HinhThucTra": "Cách nhận kết quả (số)",
    "LoaiDuLieu": "Loại dữ liệu (số)",
    "SoQuyetDinh": "Số quyết định",
    "CoQuanBanHanh": "Cơ quan ban hành",
    "TrichYeu": "Trích yếu",
    "LoaiKetQua": "Loại kết quả",
    "UrlDetail": "Địa chỉ xem hồ sơ",
    "GiayToKetQua": "Giấy tờ kết quả",
}
