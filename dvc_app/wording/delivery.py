"""Words of step 4, “Nơi nhận kết quả” (C13), and of parcels on their way."""

PLACE = "Nơi nhận kết quả"
WAY = "Hình thức nhận kết quả"
AT_COUNTER = "Trực tiếp tại Bộ phận TN&TKQ"
BY_POST = "Gửi hồ sơ của tôi đến địa chỉ"
WHICH = "Bạn nhận ở nơi nào?"
ELECTRONIC_TITLE = "Bản điện tử trong kho"
ELECTRONIC = (
    "Luôn có, không phải chọn: khi có kết quả, bản điện tử nằm trong kho giấy tờ và "
    "trên trang hồ sơ của bạn."
)
ADDRESS = "Địa chỉ"
PHONE = "Điện thoại"
HOURS = "Giờ làm việc"
MAP = "Xem bản đồ"
MAP_OF = "Xem bản đồ đường đến {name}"
COLLECT = "Đăng ký nộp hồ sơ tại nhà (Nhân viên bưu điện sẽ đến địa chỉ bên dưới để thu hồ sơ)"
PERSON = "Người nhận và địa chỉ"
NAME = "Người nhận"
NAME_HINT = "Bưu điện giao tận tay người này"
PHONE_HINT = "Bưu điện gọi số này trước khi đến. Ví dụ 0900 000 001"
PROPOSED = "Địa chỉ trong tài khoản của bạn: {address}"
DAY = "Ngày bưu điện đến"
CHOOSE = "---Chọn---"
DAYS = (
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
    "Chủ nhật",
)
DAY_LINE = "{name}, {day}"
PART = "Buổi"
PARTS = {"morning": "Buổi sáng", "afternoon": "Buổi chiều"}
FEE = "Cước bưu điện"
FEE_TOLD = "Cước bưu điện: {fee}. Bạn trả cho bưu điện, tách riêng với phí, lệ phí."
FEE_ASKING = "Đang hỏi cước bưu điện…"
FEE_SILENT = "Bưu điện chưa báo giá; bạn vẫn nộp được, cước sẽ báo sau"
FEE_LATER = "Nhập đủ địa chỉ để biết cước bưu điện."
ORIGINALS = "Giấy tờ gốc cần đưa ra"
NO_ORIGINALS = "Không phải đưa ra giấy tờ gốc nào cho thủ tục này."
GIVE_AT_COUNTER = "Mang theo khi đến nhận kết quả, cán bộ xem và trả lại ngay:"
GIVE_BY_POST = (
    "Đưa cho nhân viên bưu điện khi đến giao kết quả, họ xem và trả lại ngay:"
)
GIVE_TO_COLLECT = (
    "Đưa cho nhân viên bưu điện khi đến thu hồ sơ, bỏ trong phong bì dán kín:"
)
IDENTITY_PAPER = "Giấy tờ tùy thân"  # how the catalogue begins its name
IDENTITY = "Giấy tờ tùy thân của người đến nhận"

# On the page of the dossier
PARCELS = "Bưu điện"
LEGS = {"collect": "Thu hồ sơ tại nhà", "result": "Gửi kết quả đến địa chỉ"}
STATES = {
    "none": ("Chưa đặt bưu điện", "tag"),
    "registered": ("Bưu điện đã nhận yêu cầu", "tag tag--wait"),
    "collecting": ("Đang trên đường", "tag tag--wait"),
    "delivered": ("Đã giao", "tag tag--done"),
    "cancelled": ("Đã hủy", "tag"),
}
WAITING = {
    "collect": "Chúng tôi đang đặt lịch với bưu điện, bạn không phải làm gì.",
    "result": "Bưu điện được gọi khi có kết quả, bạn không phải làm gì.",
}
REFUSED = (
    "Bưu điện chưa nhận yêu cầu này. Cơ quan sẽ gọi bạn; hồ sơ vẫn được giải quyết."
)
TROUBLES = {
    "silent": "Bưu điện chưa trả lời, chúng tôi vẫn đang hỏi lại; bạn không phải làm gì.",
    "missed": (
        "Bưu điện đã đến mà không gặp bạn và sẽ đến lại. Bạn để ý điện thoại giúp nhé."
    ),
    "returned": (
        "Bưu điện phát không được nên đã trả về. Giấy tờ vẫn an toàn; cơ quan sẽ gọi bạn để "
        "hỏi lại địa chỉ."
    ),
}
TO_COUNTER = {
    "collect": "Bưu điện không đến thu được. Mời bạn mang giấy tờ đến nộp tại: {place}.",
    "result": (
        "Bưu điện không gửi được. Mời bạn mang giấy tờ tùy thân đến nhận kết quả tại: {place}."
    ),
}
MOVED_TO_COUNTER = ("Chuyển sang tại quầy", "tag tag--wait")
NUMBER = "Số hiệu bưu gửi"
LAST = "Tin mới nhất"
LAST_LINE = "{words}, {moment}"
COMES = "Bưu điện đến"
TO = "Địa chỉ"
FEE_UNTOLD = "Bưu điện sẽ báo sau"
