"""What was sent, as an officer reads it: words, in the order of the matter (O12)."""

from dvc_app.state.sync_said import field_words, said_rows


def test_fields_have_words_and_stand_in_the_order_one_reads() -> None:
    said = (
        ("hoSo › meHoTen", "Nguyễn Thị Ánh Tuyết"),
        ("hoSo › meNoiCuTru › maXa", "05710"),
        ("hoSo › meSoDienThoai", "090•••••••"),
        ("hoSo › nksNgaySinh", "2026-11-05"),
        ("hoSo › nksHoTen", "Trần Gia Hân"),
        ("TaiLieuNop 2 › TenTepDinhKem", "đơn.pdf"),
        ("TaiLieuNop 10 › TenTepDinhKem", "ảnh.pdf"),
        ("NgayHenTra", "20261123170000"),
        ("maHoSo", "H55.242-261123-0007"),
    )
    assert said_rows(said) == [
        ("Mã hồ sơ", "H55.242-261123-0007"),
        ("Hẹn trả", "17:00 23/11/2026"),
        ("Giấy tờ nộp 2 › Tên tệp", "đơn.pdf"),
        ("Giấy tờ nộp 10 › Tên tệp", "ảnh.pdf"),
        ("Trẻ: họ tên", "Trần Gia Hân"),
        ("Trẻ: ngày sinh", "05/11/2026"),
        ("Mẹ: họ tên", "Nguyễn Thị Ánh Tuyết"),
        ("Mẹ: nơi cư trú › Mã xã, phường", "05710"),
        ("Mẹ: số điện thoại", "090•••••••"),
    ]


def test_a_field_nobody_named_keeps_its_own_name() -> None:
    assert said_rows([("truongMoi", "1"), ("data › meo", "2")]) == [
        ("truongMoi", "1"),
        ("meo", "2"),
    ]


def test_what_is_missing_is_named_in_words() -> None:
    assert field_words("CongTrinh.DiaDiem") == "Công trình › Địa điểm"
    assert field_words("nksNgaySinh") == "Trẻ: ngày sinh"
    assert field_words("data") == "Tờ khai"
