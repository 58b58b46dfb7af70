"""Words of dossiers that other systems handed over and nobody here can take yet."""

TITLE = "Hồ sơ chuyển đến chưa nhận được"
LEAD = (
    "Các hồ sơ này nộp ở hệ thống khác và vẫn còn nguyên ở đó. Thêm đơn vị hoặc thủ tục "
    "còn thiếu thì hệ thống tự nhận trong năm phút, không phải làm gì thêm."
)
HEADS = ("Mã ở nơi nộp", "Nơi nộp", "Vì sao chưa nhận", "Chờ từ")
LACKS: dict[str, str] = {
    "unit": "Chưa có đơn vị mang mã {unit}",
    "procedure": "Chưa có thủ tục mã {procedure}",
}
