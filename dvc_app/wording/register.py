"""Words of registering (C02–C05)."""

from services.accounts.models import CodeDelivery

TITLE = "Đăng ký"
METHOD_TITLE = "Đăng ký – Vui lòng chọn phương thức đăng ký"
GROUPS_LABEL = "Ai đăng ký"
CITIZEN, ENTERPRISE, AGENCY = "cong-dan", "doanh-nghiep", "co-quan"
GROUPS = (
    (CITIZEN, "Công dân"),
    (ENTERPRISE, "Doanh nghiệp"),
    (AGENCY, "Cơ quan nhà nước"),
)
MEDIUM = "Xác minh mức độ trung bình (IAL2)"
HIGH = "Xác minh mức độ cao (IAL3)"
FOOT_NOTE = (
    "Cán bộ, công chức, viên chức đăng ký tài khoản công dân như mọi người khi tự nộp "
    "hồ sơ của mình; tài khoản làm việc do cơ quan cấp."
)
UNSURE = "Tôi không chắc nên chọn cách nào"
HAS_ACCOUNT = "Đã có tài khoản? "
SIGN_IN = "Đăng nhập"
OR = "Hoặc "
OTHER_WAYS = "xem các cách đăng ký khác"

PHONE_TITLE = "Đăng ký bằng thuê bao di động"
ONLY_CITIZENS = "(Chỉ dành cho công dân)"
LEAD = (
    "Nhà mạng so thông tin của bạn với thuê bao, rồi gửi một mã 6 số tới số điện thoại."
)
CITIZEN_ID = "Tên đăng nhập (Số CMT/CCCD)"
CITIZEN_ID_HINT = "12 số trên căn cước, hoặc 9 số trên CMND"
FULL_NAME = "Họ tên"
FULL_NAME_HINT = "Như trên giấy tờ, có dấu"
BIRTH_DATE = "Ngày sinh"
BIRTH_DATE_HINT = "Ví dụ 31/12/1990"
PHONE_NUMBER = "Số điện thoại"
PHONE_HINT = "Số di động chính chủ, nhận được tin nhắn"
EMAIL = "Email"
OPTIONAL = "(không bắt buộc)"
CONSENT = (
    "Bằng cách nhấp vào Đăng ký, bạn đồng ý với Điều khoản, Chính sách chia sẻ "
    "thông tin của chúng tôi."
)
TERMS = "Điều khoản"
TERMS_TEXT = (
    (
        "Tài khoản là của riêng bạn. Bạn khai đúng sự thật và chịu trách nhiệm về"
        " những gì nộp bằng tài khoản này."
    ),
    "Bạn giữ kín mật khẩu và mã OTP. Cán bộ không bao giờ hỏi hai thứ đó.",
    (
        "Cổng giữ bản nháp của bạn trong 90 ngày. Bạn có thể yêu cầu đóng tài "
        "khoản bất kỳ lúc nào ở trang cá nhân, mục “Dữ liệu của tôi”."
    ),
)
SHARING = "Chính sách chia sẻ thông tin"
SHARING_TEXT = (
    (
        "Họ tên, ngày sinh, số giấy tờ và mục bạn nhập được gửi một lần cho nơi bạn "
        "chọn để xác minh (nhà mạng, BHXH hoặc Bưu điện); nơi đó chỉ trả lời đúng hoặc "
        "không."
    ),
    (
        "Thông tin trong hồ sơ chỉ chuyển cho cơ quan giải quyết hồ sơ đó, theo "
        "Luật Bảo vệ dữ liệu cá nhân."
    ),
    "Bạn có quyền xem, yêu cầu sửa và yêu cầu xóa dữ liệu của mình.",
)
SUBMIT = "Đăng ký"
BUSY = "Đang hỏi nhà mạng…"
TAKEN_HELP = "Có thể bạn đã có tài khoản từ trước. "
RECOVER = "Quên mật khẩu?"
CARRIER_DOWN = (
    "Nhà mạng chưa trả lời. Những gì bạn nhập vẫn còn nguyên: nhập mã trong hình mới "
    "rồi bấm Đăng ký lại sau ít phút. Cần gấp, bạn có thể nộp trực tiếp tại "
    "Bộ phận Một cửa."
)

CODE_TITLE = "Xác thực mã OTP"
CODE_SENT = "Mã xác thực đã được gửi qua số điện thoại: "
CODE_LABEL = "Nhập mã OTP"
CODE_HINT = "Gồm 6 số, dùng trong 5 phút"
CONFIRM = "Xác nhận"
CONFIRM_BUSY = "Đang kiểm tra…"
NOT_RECEIVED = "Bạn chưa nhận được mã?"
RESEND = "Gửi lại OTP"
RESEND_IN = "Gửi lại sau {left}"
RESENT = "Đã gửi mã mới. Mã cũ vẫn dùng được trong 5 phút của nó."
DELIVERY: dict[CodeDelivery, str] = {
    CodeDelivery.SENDING: "Đang gửi tin nhắn…",
    CodeDelivery.SENT: "Nhà mạng đã nhận tin nhắn, thường tới máy trong vài giây.",
    CodeDelivery.FAILED: (
        "Gửi không thành công. Kiểm tra số điện thoại, rồi bấm Gửi lại OTP."
    ),
}
WRONG_NUMBER = "Sai số điện thoại? Sửa số"
NEW_PHONE = "Số điện thoại đúng"
NEW_PHONE_SUBMIT = "Gửi mã tới số này"
NEW_PHONE_BUSY = "Đang kiểm tra số…"
PHONE_CHANGED = "Đã gửi mã tới số mới. Mã gửi tới số cũ không còn dùng được."
CARRIER_DOWN_SHORT = (
    "Nhà mạng chưa trả lời nên chưa đổi được số. Vui lòng thử lại sau ít phút."
)
CODE_WRONG = "Nhập lại mã: mã chưa đúng, bạn còn {count} lần thử"
CODE_EXPIRED = "Mã này đã quá 5 phút. Mã mới vừa được gửi, nhập mã mới vào đây"
CODE_EXPIRED_WAIT = "Mã này đã quá 5 phút. Bấm Gửi lại OTP sau {until} để nhận mã mới"
CODE_BLOCKED = "Đã nhập sai quá 5 lần. Bấm Gửi lại OTP sau {until} để nhận mã mới"
TOO_MANY_CODES = "Đã gửi nhiều mã. Bạn nhận được mã tiếp theo sau {until}."
START_OVER = "Đăng ký lại từ đầu"

PASSWORD_TITLE = "Đặt mật khẩu"  # noqa: S105
PASSWORD_LEAD = "Bước cuối. Lần sau đăng nhập bằng số giấy tờ (tổ chức: mã số thuế)."  # noqa: S105
PASSWORD = "Mật khẩu"  # noqa: S105
NEW_PASSWORD = "Mật khẩu mới"  # noqa: S105
PASSWORD_RULE = "Ít nhất 8 ký tự. Vài từ ghép lại thì dễ nhớ mà khó đoán."  # noqa: S105
AGAIN = "Xác nhận lại mật khẩu"
SHOW = "Hiện mật khẩu"
SHOWN_HINT = "Mật khẩu đang hiện, bạn chỉ cần nhập một lần."
STRENGTH = "Độ mạnh ước tính: "
WEAK, FAIR, STRONG = "yếu", "trung bình", "mạnh"
FINISH = "Đăng ký"
FINISH_BUSY = "Đang tạo tài khoản…"
VERIFIED_TOO_OLD = (
    "Đã quá 30 phút từ lúc xác thực số điện thoại. Bấm “Đăng ký lại từ đầu” ở dưới"
)
GONE = "Lần đăng ký này đã kết thúc. Bấm “Đăng ký lại từ đầu” ở dưới"
