"""Words of co-signing: who invites (C14), and the page of the one invited."""

TITLE = "Cùng ký hồ sơ"
PANEL = "Mời người thứ hai cùng ký"
NEEDED = "Thủ tục này cần thêm chữ ký của: {who}. Nộp được khi người ấy đã ký."
OPTIONAL = (
    "Nếu cần người khác cùng ký, gửi cho họ một đường dẫn để ký trên điện thoại của họ."
)
NAME = "Họ tên người ký"
NAME_HINT = "Như trên giấy tờ của người ấy: họ nhập đúng tên này thì mới mở được"
CONTACT = "Số di động hoặc email của người ấy"
CONTACT_HINT = "Đường dẫn và mã xác nhận được gửi đến đây, không gửi cho bạn"
INVITE = "Gửi lời mời"
INVITE_AGAIN = "Gửi lại lời mời"
TAKE_BACK = "Rút lời mời"
LINK = "Bạn cũng có thể gửi đường dẫn này qua Zalo hay tin nhắn. Chỉ hiện một lần:"
STATES = {
    "asked": "Đã gửi cho {name} ({contact}), chờ ký đến {until}.",
    "signed": "{name} đã ký lúc {at}. Nếu bạn sửa hồ sơ, chữ ký sẽ hết hiệu lực.",
    "refused": "{name} từ chối ký lúc {at}. Bạn có thể hỏi lại rồi mời lần nữa.",
    "expired": "Lời mời gửi {name} đã hết hạn. Mời lại nếu vẫn cần.",
    "void": (
        "Chữ ký hoặc lời mời gửi {name} không còn hiệu lực vì hồ sơ đã thay đổi hoặc "
        "bạn đã rút lại. Mời lại để người ấy ký bản hiện tại."
    ),
    "frozen": (
        "Đường dẫn gửi {name} ({contact}) đã khóa: người mở không nhập đúng họ tên này "
        "hoặc cho biết họ nhận nhầm. Nội dung hồ sơ chưa hiện ra cho họ. Kiểm tra "
        "lại họ tên, số điện thoại hoặc email rồi mời lại."
    ),
}
KINDS = {
    "asked": "info",
    "signed": "done",
    "refused": "warn",
    "expired": "warn",
    "void": "warn",
    "frozen": "warn",
}
FAULTS = {
    "cosign_own_contact": (
        "Đây là số hoặc email của chính bạn. Nhập của người sẽ ký cùng bạn"
    ),
    "cosign_missing": (
        "Chưa có chữ ký của người thứ hai. Mời người ấy ký ở phần “Mời người thứ hai "
        "cùng ký”"
    ),
    "cosign_void": (
        "Hồ sơ đã thay đổi sau khi người thứ hai ký. Mời người ấy ký lại bản hiện tại"
    ),
}

# The page of the one invited
WHO_TITLE = "Bạn là ai?"
WHO_LEAD = (
    "Có người mời bạn cùng ký một hồ sơ. Để nội dung không lọt đến người khác, nhập họ "
    "và tên của bạn, rồi hồ sơ mới hiện ra."
)
WHO = "Họ và tên của bạn"
WHO_HINT = "Đủ họ, chữ đệm và tên; không có dấu hay viết thường đều được"
OPEN = "Mở hồ sơ"
OPENING = "Đang mở…"
NOT_ME = "Tôi không phải người được mời"
NOT_ME_HINT = "Bấm nếu bạn nhận nhầm tin nhắn. Đường dẫn sẽ khóa và người mời được báo."
WRONG_NAME = (
    "Tên chưa khớp với tên người mời đã ghi. Xem lại rồi nhập đủ họ, chữ đệm và tên; "
    "bạn còn {left} lần nhập"
)
HELLO = "Chào {name}"
ASKED_BY = "{submitter} mời bạn cùng ký hồ sơ này."
READ_FIRST = "Đọc hết trước khi ký. Bạn chỉ thấy những gì bạn ký."
PROCEDURE = "Thủ tục"
UNIT = "Nơi nhận hồ sơ"
CONTENT = "Nội dung tờ khai"
LINES = {
    "applicant_name": "Họ tên chủ hồ sơ",
    "request": "Nội dung giải quyết",
    "copies": "Số bộ hồ sơ",
}
FILES = "Các tệp kèm theo"
NO_FILES = "Không có tệp nào."
NOT_GIVEN = "Để trống"
UNTIL = "Ký được đến {until}."
SEND_CODE = "Gửi mã đến {contact}"
CODE_SENT = "Mã đã gửi đến {contact}. Mã dùng được trong 5 phút."
SEND_AGAIN = "Gửi lại mã"
CODE = "Mã xác nhận"
CODE_HINT = "6 chữ số trong tin nhắn hoặc thư vừa gửi"
SIGN = "Ký hồ sơ"
SIGNING = "Đang ký…"
SIGN_BY_ACCOUNT = "Ký bằng tài khoản đang đăng nhập"
REFUSE = "Tôi không ký"
CHANGED = "Nội dung vừa được sửa. Đọc lại bản mới dưới đây rồi ký."
WRONG = "Mã chưa đúng. Bạn còn {left} lần thử"
ENDED = "Mã đã hết hạn hoặc nhập sai quá nhiều lần. Bấm “Gửi lại mã” để lấy mã mới"
OUTCOMES = {
    "signed": (
        "Bạn đã ký.",
        (
            "Người mời bạn đã được báo. Nếu hồ sơ bị sửa, chữ ký tự hết hiệu lực và "
            "bạn sẽ được mời ký lại."
        ),
    ),
    "refused": ("Bạn đã từ chối ký.", "Người mời bạn đã được báo."),
    "expired": (
        "Lời mời đã hết hạn.",
        "Nhờ người mời gửi lại đường dẫn mới nếu vẫn cần chữ ký của bạn.",
    ),
    "void": (
        "Lời mời này không còn dùng được.",
        "Hồ sơ đã thay đổi hoặc người mời đã rút lại. Họ có thể gửi đường dẫn mới.",
    ),
    "frozen": (
        "Đường dẫn này đã khóa.",
        (
            "Tên đã nhập chưa khớp nhiều lần, hoặc bạn đã báo nhận nhầm. Người mời đã "
            "được báo. Nếu đúng là bạn được mời, gọi cho người mời để họ xem lại họ "
            "tên và số điện thoại rồi gửi đường dẫn mới. Nếu nhận nhầm, bạn không cần "
            "làm gì thêm."
        ),
    ),
}
NOTHING_TITLE = "Không mở được lời mời này"
NOTHING = (
    "Đường dẫn bị thiếu, sai, hoặc không dành cho bạn. Mở lại từ tin nhắn, hoặc nhờ "
    "người mời gửi lại."
)
TO_HOME = "Về trang chủ"
