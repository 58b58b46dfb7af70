"""Words of the administrator's page of banks and wallets."""

from services.payments.settlement_models import ProviderKind

TITLE = "Kênh thanh toán"
LEAD = (
    "Ngân hàng và ví mà người dân chọn được. Tắt một kênh thì kênh đó không hiện nữa; ai "
    "đang trả dở ở đó vẫn trả tiếp được."
)
CAPTION = "Kênh thanh toán, theo thứ tự người dân thấy"
NAME, KIND, GATEWAY, FEE, STATE, ACT = (
    "Tên",
    "Loại",
    "Cổng",
    "Phí của kênh",
    "Trạng thái",
    "Việc",
)
KINDS: dict[str, str] = {
    ProviderKind.BANK: "Ngân hàng",
    ProviderKind.OTHER_BANKS: "Ngân hàng khác qua cổng",
    ProviderKind.CARD: "Thẻ",
    ProviderKind.WALLET: "Ví điện tử",
    ProviderKind.NATIONAL: "Cổng quốc gia",
}
ON, OFF = ("Đang mở", "tag tag--done"), ("Đang tắt", "tag")
TURN_ON, TURN_OFF = "Mở", "Tắt"
FAILING = "Không trả lời từ {at}"
FREE = "Miễn phí"
SWITCHED_ON = "Đã mở {name}. Người dân chọn được ngay."
SWITCHED_OFF = "Đã tắt {name}. Trang chọn không hiện kênh này nữa."
EMPTY = "Chưa có kênh nào. Chạy lệnh nạp dữ liệu (manage.py seed)."
