"""Words of “Liên hệ và thông báo”: changing phone and email, channels (C22)."""

from services.accounts.channels import Channel as C
from services.accounts.models import CodeDelivery

TITLE = "Liên hệ và thông báo"
LEAD = (
    "Số điện thoại và email để đăng nhập, nhận mã và nhận tin về hồ sơ. Đổi thì cần mã "
    "gửi tới cả hai nơi: nơi đang dùng và nơi mới."
)
CONTACTS = "Số điện thoại và email"
FIELDS = {"phone": "Số điện thoại", "email": "Email"}
NONE = "Chưa có"
CHANGE = "Đổi"
ADD = "Thêm"
CHANGE_WHICH = {"phone": "Đổi số điện thoại", "email": "Đổi email"}
ADD_WHICH = {"phone": "Thêm số điện thoại", "email": "Thêm email"}
NEW = {"phone": "Số điện thoại mới", "email": "Email mới"}
NEW_HINT = {
    "phone": "Số di động của bạn, nhận được tin nhắn",
    "email": "Hộp thư bạn mở được ngay bây giờ",
}
CANCEL = "Thôi, không đổi"
SEND = "Gửi mã tới cả hai nơi"
SENDING = "Đang gửi mã…"
CODES_TITLE = "Nhập hai mã xác thực"
ONE_CODE_TITLE = "Nhập mã xác thực"
CODE_OF = {
    "present_contact": "Mã gửi tới nơi đang dùng: {shown}",
    "new_contact": "Mã gửi tới nơi mới: {shown}",
}
CODE_FIELD = {"present_contact": "present_code", "new_contact": "new_code"}
MAIL_DELIVERY: dict[CodeDelivery, str] = {
    CodeDelivery.SENDING: "Đang gửi thư…",
    CodeDelivery.SENT: "Đã gửi thư. Không thấy thì xem cả mục thư rác.",
    CodeDelivery.FAILED: "Chưa gửi được thư. Kiểm tra lại địa chỉ, rồi bấm Gửi lại.",
}
CODE_DONE = "Đã xác nhận {shown}"
CODE_HINT = "Gồm 6 số, dùng trong 5 phút"
RESEND_TO = "Gửi lại mã tới {shown}"
CONFIRM = "Xác nhận và đổi"
CONFIRMING = "Đang kiểm tra…"
NEW_CODE = "Đã gửi mã mới tới {shown}."
CHANGED = {
    "phone": "Đã đổi số điện thoại. Số cũ và số mới đều được báo tin.",
    "email": "Đã đổi email. Hộp thư cũ và mới đều được báo tin.",
}
TAKEN = {
    "phone": (
        "Số điện thoại này đang thuộc một tài khoản khác nên chưa đổi được. Tài khoản "
        "kia là của bạn thì đăng nhập vào đó và đóng lại, hoặc đến Bộ phận Một cửa."
    ),
    "email": (
        "Email này đang thuộc một tài khoản khác nên chưa đổi được. Bạn dùng email khác."
    ),
}
WAIT = "Vừa gửi nhiều mã. Bạn nhận được mã tiếp theo sau {until}."
TOO_OLD = "Đã quá lâu từ lúc xác nhận mã nên chưa đổi gì. Bấm Đổi để làm lại."
LOST = "Không còn dùng nơi cũ?"
LOST_LEAD = "Mất SIM hoặc không mở được hộp thư cũ thì cổng không đổi qua mạng được."
LOST_WAYS = (
    "Mất SIM: nhà mạng cấp lại SIM cùng số, rồi bạn đổi ở đây.",
    "Đăng nhập bằng Cổng Dịch vụ công quốc gia hoặc chữ ký số, nếu đã liên kết.",
    (
        "Mang thẻ căn cước đến Bộ phận Một cửa: cán bộ đối chiếu người thật rồi đặt lại "
        "số điện thoại cho bạn."
    ),
)

CHANNELS = "Nhận thông báo ở đâu trước"
CHANNELS_LEAD = (
    "Cổng gửi theo thứ tự này; nơi đầu không tới thì chuyển sang nơi sau. Tin bảo mật "
    "của tài khoản luôn gửi tới cả điện thoại và email."
)
CHANNEL_NAMES: dict[C, str] = {
    C.ZALO: "Zalo",
    C.SMS: "Tin nhắn SMS",
    C.EMAIL: "Email",
    C.PORTAL: "Thông báo trên cổng",
}
NO_PHONE = "Chưa có số điện thoại để gửi."
NO_EMAIL = "Chưa có email để gửi."
ALWAYS = "Luôn bật: việc cần bạn làm luôn hiện ở đây."
ON, OFF = "Đang bật", "Đang tắt"
TURN_ON, TURN_OFF = "Bật", "Tắt"
TURN_ON_WHICH, TURN_OFF_WHICH = "Bật {channel}", "Tắt {channel}"
UP, DOWN = "Lên trước", "Xuống sau"
UP_WHICH, DOWN_WHICH = "Đưa {channel} lên trước", "Đưa {channel} xuống sau"
KEPT = "Đã lưu thứ tự nhận thông báo."
FAULTS = {
    "contact_same": "Nhập nơi khác với nơi đang dùng",
}
