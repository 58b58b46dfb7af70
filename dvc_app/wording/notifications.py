"""Words of “Thông báo” (C24): what happened, what to do, how the message got on."""

from services.accounts.channels import Channel as C
from services.notifications.models import DeliveryState as D
from services.notifications.models import Sort
from services.notifications.models import Subject as S

TITLE = "Thông báo"
LEAD = "Mọi tin về hồ sơ, giấy tờ và tài khoản của bạn. Tin chưa đọc xếp trước."
UNREAD = "{count} thông báo chưa đọc"
ALL_READ = "Bạn đã đọc hết thông báo"
MANY = "99+"
ALL = "Tất cả"
SORTS: dict[Sort, str] = {
    Sort.TO_DO: "Cần làm",
    Sort.PROGRESS: "Tiến độ",
    Sort.RESULT: "Kết quả",
    Sort.SYSTEM: "Hệ thống",
}
TAGS: dict[Sort, str] = {
    Sort.TO_DO: "tag tag--wait",
    Sort.PROGRESS: "tag tag--info",
    Sort.RESULT: "tag tag--done",
    Sort.SYSTEM: "tag",
}
NEW = "Chưa đọc"
READ_SECTION, NEW_SECTION = "Đã đọc", "Chưa đọc"
ABOUT = "Hồ sơ {code}"
MARK, MARK_ALL = "Đánh dấu đã đọc", "Đánh dấu tất cả đã đọc"
MARK_WHICH = "Đánh dấu đã đọc: {title}"
MARKED_ALL = "Đã đánh dấu {count} thông báo là đã đọc."

# Subject → what happened, and what it asks of the person.
TITLES: dict[S, str] = {
    S.SUBMITTED: "Đã nộp hồ sơ",
    S.RECEIVED: "Hồ sơ được tiếp nhận",
    S.REFUSED: "Hồ sơ không được tiếp nhận",
    S.SUPPLEMENT_ASKED: "Hồ sơ cần bổ sung",
    S.SUPPLEMENT_DUE: "Sắp hết hạn bổ sung",
    S.SUPPLEMENT_RECEIVED: "Cơ quan đã nhận phần bổ sung",
    S.PROCESSING: "Hồ sơ đang được giải quyết",
    S.RESULT_READY: "Đã có kết quả",
    S.RETURNED: "Đã trả kết quả",
    S.RESULT_UNCLAIMED: "Kết quả đang chờ bạn đến nhận",
    S.RESULT_CORRECTED: "Kết quả được đính chính",
    S.WITHDRAWN: "Đã rút hồ sơ",
    S.STOPPED: "Hồ sơ dừng giải quyết",
    S.SUSPENDED: "Hồ sơ tạm dừng giải quyết",
    S.RESUMED: "Hồ sơ được giải quyết tiếp",
    S.EXTENDED: "Cơ quan xin lỗi và hẹn lại ngày trả",
    S.APOLOGISED: "Cơ quan xin lỗi vì trả kết quả muộn",
    S.TRANSFERRED: "Hồ sơ chuyển đến đúng đơn vị",
    S.MESSAGE: "Cơ quan gửi bạn một tin nhắn",
    S.COSIGN_ASKED: "Bạn được mời cùng ký hồ sơ",
    S.COSIGNED: "Lời mời cùng ký có tin mới",
    S.LATE: "Hồ sơ chậm so với hẹn",
    S.PROMISE_MOVED: "Ngày hẹn trả lùi vì có ngày nghỉ",
    S.PAPER_EXPIRING: "Giấy tờ sắp hết hạn",
    S.PAPER_USED: "Giấy tờ trong kho vừa được dùng",
    S.PAPER_MENDED: "Đã sửa thông tin giấy tờ theo đề nghị của bạn",
    S.CORRECTION_DECLINED: "Thông tin giấy tờ được giữ nguyên",
    S.DRAFT_EXPIRING: "Bản nháp sắp bị xóa",
    S.PAYMENT_DUE: "Cần nộp phí, lệ phí",
    S.PAID: "Đã nhận phí, lệ phí",
    S.PAID_FILED: "Hồ sơ đã trả phí được nộp",
    S.PAID_NOT_FILED: "Đã trả phí, hồ sơ chưa nộp được",
    S.PAYMENT_HELD: "Tiền đến không khớp, đang đối chiếu",
    S.PAYMENT_TWICE: "Đã trả hai lần, một lần sẽ hoàn lại",
    S.REFUNDED: "Đã hoàn tiền",
    S.REFUND_DECLINED: "Chưa hoàn phí",
    S.POST_PRICED: "Đã có cước gửi bưu điện",
    S.POST_AGAIN: "Bưu điện được gọi lại",
    S.POST_TO_COUNTER: "Mời bạn đến quầy thay cho bưu điện",
    S.HANDED_OVER: "Hệ thống của Bộ đã nhận hồ sơ",
    S.HAND_OVER_FAILED: "Chưa chuyển được hồ sơ sang Bộ",
}
SENTENCES: dict[S, str] = {
    S.SUBMITTED: (
        "Cơ quan sẽ kiểm tra trong 8 giờ làm việc rồi trả lời. Bạn chưa cần làm gì thêm."
    ),
    S.RECEIVED: "Hồ sơ hợp lệ. Ngày hẹn trả kết quả có trong giấy hẹn.",
    S.REFUSED: (
        "Nội dung đã khai vẫn còn. Xem lý do, sửa chỗ cần sửa rồi nộp hồ sơ mới."
    ),
    S.SUPPLEMENT_ASKED: (
        "Thời gian giải quyết tạm dừng cho đến khi cơ quan nhận được phần bổ sung."
    ),
    S.SUPPLEMENT_DUE: (
        "Gửi phần bổ sung trước hạn. Quá hạn, cơ quan có thể dừng giải quyết hồ sơ."
    ),
    S.SUPPLEMENT_RECEIVED: "Hồ sơ được giải quyết tiếp. Bạn chưa cần làm gì thêm.",
    S.PROCESSING: "Bạn chưa cần làm gì thêm. Có thay đổi, cổng sẽ báo ngay.",
    S.RESULT_READY: "Mở hồ sơ để xem kết quả và cách nhận.",
    S.RETURNED: "Hồ sơ đã hoàn tất. Chưa nhận được kết quả thì gọi tổng đài ngay.",
    S.RESULT_UNCLAIMED: (
        "Kết quả được giữ tại quầy. Mang giấy hẹn hoặc căn cước đến nhận; nhờ người khác "
        "nhận thì người đó mang giấy ủy quyền."
    ),
    S.RESULT_CORRECTED: (
        "Bản mới thay bản đã cấp, bản cũ không còn hiệu lực. Mở hồ sơ để xem lý do và nhận "
        "bản mới."
    ),
    S.WITHDRAWN: (
        "Hồ sơ đã dừng theo yêu cầu của bạn. Không phải bạn yêu cầu thì gọi tổng đài."
    ),
    S.STOPPED: "Mở hồ sơ để xem lý do và việc bạn có thể làm tiếp.",
    S.SUSPENDED: ("Thời gian tạm dừng không tính vào hạn trả. Mở hồ sơ để xem lý do."),
    S.RESUMED: "Mở hồ sơ để xem ngày hẹn trả mới.",
    S.EXTENDED: "Mở hồ sơ để xem ngày hẹn mới và lý do. Bạn không phải làm gì thêm.",
    S.APOLOGISED: "Kết quả đã có. Văn bản xin lỗi và lý do có trong hồ sơ.",
    S.TRANSFERRED: "Mã hồ sơ giữ nguyên, bạn không phải nộp lại.",
    S.MESSAGE: "Đọc và trả lời ngay trong hồ sơ.",
    S.COSIGN_ASKED: (
        "Đọc kỹ hồ sơ rồi mới ký. Bạn không biết việc này thì chọn từ chối."
    ),
    S.COSIGNED: "Mở hồ sơ để xem câu trả lời và làm tiếp.",
    S.LATE: (
        "Cơ quan đã được nhắc. Hồ sơ của bạn vẫn được giữ nguyên, không cần nộp lại. "
        "Mở hồ sơ để xem việc tiếp theo và nơi liên hệ."
    ),
    S.PROMISE_MOVED: "Mở hồ sơ để xem vì sao là ngày này. Bạn không phải làm gì thêm.",
    S.PAPER_EXPIRING: "Xem giấy tờ và cách xin cấp đổi trước khi hết hạn.",
    S.PAPER_USED: "Xem ai đã dùng và để làm gì. Không phải bạn cho phép thì gọi tổng đài.",
    S.PAPER_MENDED: (
        "Cơ quan cấp đã xem và sửa. Mở giấy tờ để kiểm tra lại; tệp đã cấp vẫn giữ nguyên."
    ),
    S.CORRECTION_DECLINED: (
        "Cơ quan cấp đã xem đề nghị của bạn và chưa sửa. Mở giấy tờ để đọc lý do; có giấy "
        "tờ chứng minh khác thì gửi đề nghị lại."
    ),
    S.DRAFT_EXPIRING: (
        "Bản nháp để yên 90 ngày thì bị xóa cùng các tệp. Mở ra sửa tiếp là được giữ lại."
    ),
    S.PAYMENT_DUE: (
        "Nộp trên cổng hay ở quầy đều được. Trong lúc chờ, thời hạn giải quyết tạm dừng."
    ),
    S.PAID: "Hồ sơ được giải quyết tiếp. Biên lai điện tử nằm trong Quản lý thanh toán.",
    S.PAID_FILED: (
        "Bạn đã trả phí mà chưa bấm nộp nên hệ thống tự nộp thay. Bạn chưa cần làm gì thêm."
    ),
    S.PAID_NOT_FILED: (
        "Tiền và nội dung đã khai vẫn được giữ. Xem chỗ cần sửa rồi nộp, không phải trả lại."
    ),
    S.PAYMENT_HELD: (
        "Tiền được giữ nguyên và đang đối chiếu; phần thừa hoặc cả khoản sẽ được trả lại. "
        "Bạn chưa nên nộp lại."
    ),
    S.PAYMENT_TWICE: (
        "Chỉ một lần được tính. Lần còn lại đang được hoàn về nơi đã chuyển, bạn không cần "
        "làm gì thêm."
    ),
    S.REFUNDED: "Tiền về nơi đã chuyển. Ngân hàng có thể cần vài ngày để ghi có.",
    S.REFUND_DECLINED: "Mở khoản thanh toán để đọc lý do và nơi hỏi thêm.",
    S.POST_PRICED: "Mở hồ sơ để xem số tiền và cách trả.",
    S.POST_AGAIN: (
        "Lần gửi trước không thành công nên cơ quan gửi lại. Mở hồ sơ để xem địa chỉ và "
        "ngày bưu điện đến; chưa đúng thì nhắn ngay cho cơ quan."
    ),
    S.POST_TO_COUNTER: (
        "Bưu điện không nhận gửi nên cơ quan đổi sang tại quầy. Hồ sơ và kết quả của bạn "
        "vẫn an toàn. Mang theo giấy tờ tùy thân khi đến."
    ),
    S.HANDED_OVER: "Bạn chưa cần làm gì thêm. Có thay đổi, cổng sẽ báo ngay.",
    S.HAND_OVER_FAILED: (
        "Hồ sơ vẫn an toàn trên cổng. Mở hồ sơ để xem việc cần bạn làm."
    ),
}
OPEN_DOSSIER = "Mở hồ sơ"
ACTIONS: dict[S, str] = {
    S.REFUSED: "Xem lý do",
    S.SUPPLEMENT_ASKED: "Bổ sung ngay",
    S.SUPPLEMENT_DUE: "Bổ sung ngay",
    S.RESULT_READY: "Xem kết quả",
    S.STOPPED: "Xem lý do",
    S.MESSAGE: "Đọc và trả lời",
    S.COSIGN_ASKED: "Xem và ký",
    S.PAPER_EXPIRING: "Xem giấy tờ",
    S.PAPER_USED: "Xem ai đã dùng",
    S.DRAFT_EXPIRING: "Mở bản nháp",
    S.PAYMENT_DUE: "Nộp ngay",
    S.PAID: "Xem hồ sơ",
    S.PAID_NOT_FILED: "Xem và nộp",
    S.PAYMENT_HELD: "Xem khoản tiền",
    S.PAYMENT_TWICE: "Xem khoản tiền",
    S.REFUNDED: "Xem khoản tiền",
    S.REFUND_DECLINED: "Xem lý do",
    S.POST_PRICED: "Xem cước gửi",
    S.POST_AGAIN: "Xem nơi gửi",
    S.POST_TO_COUNTER: "Xem nơi đến",
    S.PAPER_MENDED: "Xem giấy tờ",
    S.CORRECTION_DECLINED: "Xem lý do",
}
# The three steps of a hand-over to a ministry.
HAND_OVER: dict[S, str] = {
    S.HANDED_OVER: "Đã nhận",
    S.HAND_OVER_FAILED: "Cần bạn xử lý",
}
# Fact of a notice → its label.
FACTS = {
    "title": "Giấy tờ",
    "until": "Hạn",
    "day": "Ngày",
    "reason": "Lý do",
    "used_by": "Nơi dùng",
    "purpose": "Để làm gì",
    "place": "Nơi đến",
    "hours": "Giờ làm việc",
    "address": "Gửi đến",
}
DAY_LABELS: dict[S, str] = {
    S.SUBMITTED: "Cơ quan trả lời trước",
    S.RECEIVED: "Hẹn trả",
    S.SUPPLEMENT_ASKED: "Bổ sung trước",
    S.SUPPLEMENT_DUE: "Bổ sung trước",
    S.COSIGN_ASKED: "Trả lời trước",
    S.PAPER_EXPIRING: "Hết hạn",
    S.POST_AGAIN: "Bưu điện đến",
    S.DRAFT_EXPIRING: "Xóa vào",
}
SECURITY_TITLE = "Bảo mật tài khoản"
SECURITY_ACTION = "Xem thiết bị đang đăng nhập"

CHANNELS: dict[C, str] = {
    C.ZALO: "Zalo",
    C.SMS: "SMS",
    C.EMAIL: "email",
    C.PORTAL: "cổng",
}
# How far a message got, by channel.
DELIVERIES: dict[D, str] = {
    D.WAITING: "{channel}: đang gửi",
    D.SENT: "Đã gửi {channel} lúc {at}",
    D.DELIVERED: "Đã tới {channel} lúc {at}",
    D.FAILED: "{channel} không gửi được",
}
LATER = "{channel}: sẽ gửi lúc {at}"
NEXT = "{failed} – đã chuyển sang {channel}"
ONLY_HERE = "Chỉ hiện trên cổng"
DELIVERY_LABEL = "Tin này đã gửi tới đâu"
AGAIN = "Gửi lại tin này"
SEND_AGAIN = "Gửi lại qua {channel}"
SENT_AGAIN = "Đang gửi lại qua {channel}. Tin thường tới trong vài phút."

MUTING = "Chọn loại tin được gửi ra ngoài"
MUTING_LEAD = (
    "Tắt một loại thì tin loại đó không gửi qua Zalo, SMS hay email nữa, nhưng vẫn hiện ở "
    "trang này. Việc cần bạn làm luôn được gửi. Từ 21 giờ đến 7 giờ chỉ gửi việc cần làm."
)
ALWAYS_ON = "Luôn gửi"
ON, OFF = "Đang gửi", "Đã tắt"
TURN_ON, TURN_OFF = "Gửi lại loại này", "Tắt loại này"
TURN_ON_WHICH, TURN_OFF_WHICH = "Gửi lại tin {sort}", "Tắt tin {sort}"
MUTED, UNMUTED = "Đã tắt tin {sort}.", "Đã bật lại tin {sort}."
CHANGE_CHANNELS = "Đổi nơi nhận và thứ tự"

EMPTY = "Chưa có thông báo nào"
EMPTY_HINT = (
    "Khi hồ sơ có thay đổi, tin hiện ở đây và được gửi tới nơi bạn chọn. "
    "Không cần vào xem mỗi ngày."
)
NONE_OF_SORT = "Không có thông báo loại này."
COUNT = "Có tất cả {total} thông báo"
PAGE = "Trang {page}/{pages}"
BEFORE, AFTER = "Trước", "Tiếp"
FILTER = "Lọc theo loại"
FOREIGN_LINK = (
    "Đường dẫn trong tin nhắn không dành cho tài khoản này, hoặc đã gõ thiếu chữ. Tin của "
    "bạn nằm dưới đây. Nhận tin cho người khác thì người đó đăng nhập để mở."
)
FAULTS = {
    "sort_never_muted": "Việc cần bạn làm luôn được gửi, không tắt được.",
    "channel_without_contact": (
        "Chưa có số điện thoại hoặc email để gửi. Thêm ở mục Liên hệ và thông báo."
    ),
    "sent_again_enough": (
        "Tin này đã gửi lại đủ 3 lần. Nội dung vẫn ở đây; cần giúp thì gọi tổng đài."
    ),
}
