"""Words of the counter: “Tiếp nhận hồ sơ” in person, the queue, the citizen screen."""

from dvc_app.wording.filing_faults import FAULTS as FILING
from services.counter.models import PersonSource, Purpose
from services.procedures.models import Channel

TITLE = "Tiếp nhận hồ sơ"
LEAD = "Người dân đến quầy, hoặc giấy tờ gửi qua bưu điện. Chọn thủ tục, tìm người, tiếp nhận."
ONE_TITLE = "Tiếp nhận tại quầy"
MISSING_TITLE = "Không tìm thấy hồ sơ này ở quầy"
MISSING = (
    "Hồ sơ đã tiếp nhận xong, hoặc không nằm ở quầy của đơn vị bạn. Người dân mang mã QR "
    "của bản nháp tới thì quét mã để mở."
)
BACK = "Về trang tiếp nhận"

# Queue
QUEUE = "Hàng đợi hôm nay"
WAITING = "{count} người đang chờ"
NOBODY_WAITS = "Chưa có ai chờ"
CALL = "Gọi số tiếp theo"
CALLED = "Đang gọi số {number}"
CALLED_WHAT = "Lĩnh vực: {business}"
SERVED, ABSENT = "Đã phục vụ xong", "Không có mặt"
OPEN_CARRIED = "Mở bản nháp của người này"
NO_MORE = "Không còn ai chờ. Màn hình chờ đã cập nhật."
WALL_LINK, KIOSK_LINK = "Màn hình chờ", "Máy lấy số"
SCREEN_LINK = "Màn hình cho người dân"

# A carried draft
CARRY = "Mở bản nháp người dân mang tới"
CARRY_KEY = "Mã của bản nháp"
CARRY_HINT = "Đặt con trỏ vào ô rồi quét mã QR, hoặc gõ mã in dưới hình"
CARRY_OPEN = "Mở bản nháp"

# Procedures and person
PROCEDURES = "1. Chọn thủ tục"
SEARCH = "Tìm thủ tục"
SEARCH_HINT = "Gõ vài chữ trong tên, hoặc mã thủ tục"
SEARCH_DO = "Tìm"
CHOSEN = "Đã chọn"
NONE_CHOSEN = "Chưa chọn thủ tục nào. Tích vào thủ tục bên dưới, có thể chọn nhiều."
NOTHING_FOUND = "Không có thủ tục nào khớp ở đơn vị này. Thử ít chữ hơn."
ONE_MORE, ONE_LESS = "Thêm một bộ", "Bớt một bộ"
ONE_MORE_OF, ONE_LESS_OF = "Thêm một bộ: ", "Bớt một bộ: "
COUNT = "{count} bộ"
PERSON = "2. Người nộp"
PURPOSE = "Mục đích tra cứu"
PURPOSE_HINT = "Mỗi lần tra cứu đều được ghi lại; người dân xem được ai đã tra cứu mình"
CHOOSE_PURPOSE = "Chọn mục đích"
PURPOSES: dict[Purpose, str] = {
    Purpose.OWN_DOSSIER: "Người này đang ở quầy để nộp hồ sơ của mình",
    Purpose.FOR_ANOTHER: "Có người đến nộp thay cho người này",
    Purpose.BY_POST: "Giấy tờ của người này gửi qua bưu điện",
}
CARD = "Quét mã QR trên thẻ căn cước"
CARD_HINT = "Tắt bộ gõ tiếng Việt, đặt con trỏ vào ô rồi quét"
NUMBER, PHONE = "Số CCCD", "Số điện thoại"
FIND = "Tìm người"
FIND_HINT = (
    "Tìm bằng thẻ, số CCCD hoặc số điện thoại. Số CCCD kèm họ tên và ngày sinh thì hỏi được "
    "cả CSDL dân cư."
)
NAME, BORN, ADDRESS = "Họ và tên", "Ngày sinh", "Địa chỉ"
BORN_HINT = "Ví dụ 31/12/1990"
PERSON_FIELDS = {
    "full_name": NAME,
    "birth_date": BORN,
    "number": NUMBER,
    "phone": PHONE,
    "address": ADDRESS,
}
SOURCES: dict[PersonSource, str] = {
    PersonSource.ACCOUNT: "Lấy từ tài khoản của người này. Hồ sơ sẽ nằm trong tài khoản đó.",
    PersonSource.POPULATION: "Lấy từ CSDL quốc gia về dân cư. Người này chưa có tài khoản.",
    PersonSource.NOBODY: "Chưa tìm thấy. Gõ theo giấy tờ người dân xuất trình rồi làm tiếp.",
    PersonSource.DOWN: (
        "CSDL dân cư chưa trả lời. Gõ theo giấy tờ rồi làm tiếp; hệ thống đối chiếu lại sau "
        "và báo nếu có điểm khác."
    ),
}
CHANNEL = "Giấy tờ đến bằng cách nào"
CHANNELS = {
    Channel.DIRECT: "Nộp trực tiếp tại quầy",
    Channel.POSTAL: "Gửi qua bưu điện",
}
BEGIN = "Tiếp nhận"
OPEN_DRAFTS = "Hồ sơ đang nhập dở ở quầy"
NO_DRAFTS = "Không có hồ sơ nào đang nhập dở."
HELD_BY = "{name} đang mở"
DIFFERING = "Có điểm khác với CSDL dân cư"
DIFFERING_HINT = (
    "Hồ sơ đã tiếp nhận, đối chiếu sau. Xem lại giấy tờ, hỏi người nộp khi cần."
)
DIFFERENCES = {
    "full_name": "họ tên khác",
    "birth_date": "ngày sinh khác",
    "citizen_id": "số CCCD khác",
    "not_found": "không tìm thấy người này",
}

# One draft
TAB_GENERAL, TAB_DETAILS = "Thông tin chung", "Thông tin chi tiết"
TAB_PAPERS, TAB_FEES = "Thành phần hồ sơ", "Phí, lệ phí"
TABS = "Các phần của hồ sơ"
SUBMITTER = "Người nộp hồ sơ"
WHO = "{person} · {channel}"
NO_ACCOUNT = "Chưa có tài khoản: hồ sơ chờ người này đăng nhập lần đầu"
TO_VERIFY = (
    "Thông tin người nộp gõ tay vì chưa hỏi được CSDL dân cư. Cứ làm tiếp: hệ thống đối "
    "chiếu lại sau khi tiếp nhận."
)
HELD = (
    "{name} đang mở hồ sơ này ở quầy khác. Bạn xem được nhưng chưa sửa được; nội dung vẫn "
    "còn nguyên."
)
CARRIED = "Bản nháp do người dân khai ở nhà và mang mã tới quầy"
GIVE_BACK = "Trả lại, làm sau"
GIVEN_BACK = "Đã trả lại. Nội dung vẫn được giữ, mở lại lúc nào cũng được."
NO_FORM = "Thủ tục này không có tờ khai điện tử riêng."
CASE = "Trường hợp"
RESULT_HERE = "Đến nhận tại Bộ phận Một cửa"
RESULT_BY_POST = "Bưu điện giao đến địa chỉ"
RECIPIENT_PHONE = "Điện thoại người nhận"
COUNTED = "Số bản nhận tại quầy"
ORIGINALS, CERTIFIED, PLAIN = "Bản chính", "Bản chứng thực", "Bản chụp"
COMPARED = "Đã đối chiếu với bản chính"
KEEP_COUNT = "Ghi số bản"
COUNT_KEPT = "Đã ghi số bản của giấy tờ."
SCAN, SCAN_FOR = "Quét hoặc chọn tệp", "Quét hoặc chọn tệp cho "
UNOPENED = "Giấy tờ lấy từ kho: mở ra xem và đối chiếu thì mới được tính."
EARLIER = (
    "Không quét lại: “{title}” là kết quả còn hiệu lực đã có trong kho. Bấm “Lấy giấy tờ "
    "từ kho”."
)
FEE_TOTAL = "Tổng phải nộp"
NO_FEES = "Thủ tục này không thu phí, lệ phí."
FEE_HINT = "Thu tiền mặt sau khi tiếp nhận, ở trang “Thu phí”."
CONSENT = "Người dân đồng ý"
CONSENT_HINT = (
    "Thay cho cam kết khi nộp trực tuyến: người dân xem lại và ký trên màn hình quay về "
    "phía họ, hoặc ký trên giấy."
)
SCREEN_PAIR = "Mở màn hình cho người dân"
SCREEN_CODE = "Trên máy tính bảng mở “Màn hình cho người dân” và gõ mã"
SCREEN_ON = "Màn hình cho người dân đang hiện hồ sơ này"
SIGNED_SCREEN = "✓ Người dân đã đồng ý và ký trên màn hình"
SIGNED_PAPER = "Đã ký trên giấy"
FINISH = "Xác nhận hoàn thành"
DONE_TITLE = "Đã tiếp nhận"
DONE = "Hồ sơ {code} đã tiếp nhận. Giấy hẹn (Mẫu 01) đã gửi cho người nộp."
PRINT = "In giấy hẹn, hai bản"
TO_TILL, TO_DOSSIER, TO_NEXT = (
    "Sang trang thu phí",
    "Mở hồ sơ",
    "Tiếp nhận người tiếp theo",
)
NEXT_OF_BATCH = "Hồ sơ tiếp theo của người này"
OFFICE_LEFT = "Đã nộp. Còn phần thông tin của cán bộ phải điền trước khi tiếp nhận."
SAVED = "Đã lưu lúc {time}"

# The kiosk and the wall
KIOSK_TITLE, WALL_TITLE = "Lấy số thứ tự", "Số đang gọi"
KIOSK_LEAD = "Bạn cần làm việc gì? Chạm vào một ô."
KIOSK_ANY = "Việc khác, hoặc chưa rõ"
KIOSK_WHERE = "Địa chỉ máy lấy số chưa đúng. Mở lại từ trang tiếp nhận của đơn vị."
KIOSK_CARRY = "Tôi có mã QR của hồ sơ đã khai ở nhà"
KIOSK_TAKE = "Lấy số"
YOUR_NUMBER = "Số của bạn"
AHEAD, FIRST = "Còn {count} người trước bạn", "Bạn là người tiếp theo"
PRINT_TICKET, NEXT_PERSON = "In số", "Xong"
TAKEN_AT = "Lấy lúc {time}"
WALL_NONE = "Chưa gọi số nào"
WALL_CALLING, WALL_NEXT = "Mời số", "Số tiếp theo"
WALL_OFFICER = "Gặp {officer}"

# The citizen screen
SCREEN_TITLE = "Xem lại hồ sơ của bạn"
SCREEN_LEAD = "Cán bộ đang nhập hồ sơ cho bạn. Sai chỗ nào, nói ngay với cán bộ."
SCREEN_ENTER = "Gõ mã cán bộ đọc cho bạn"
SCREEN_ENTER_LABEL = "Mã 6 số"
SCREEN_ENTER_DO = "Mở màn hình"
SCREEN_WRONG = "Mã chưa đúng hoặc đã quá 5 phút. Nhờ cán bộ đọc lại mã."
SCREEN_OVER_TITLE = "Màn hình này đã đóng"
SCREEN_OVER = "Nhờ cán bộ mở lại màn hình và đọc mã mới. Nội dung hồ sơ vẫn còn nguyên."
SIGN_HERE = "Ký bằng ngón tay vào ô này"
SIGN_AGAIN = "Ký lại"
AGREE = "Đồng ý và ký"
AGREE_WORDS = "Tôi đã xem nội dung trên, đồng ý nộp hồ sơ và chịu trách nhiệm về thông tin đã khai."
AGREED = "Bạn đã đồng ý. Cán bộ sẽ in giấy hẹn cho bạn."
CHANGED = "Cán bộ vừa sửa nội dung. Xem lại rồi ký."
FINISHED = "Hồ sơ đã được tiếp nhận. Nhận giấy hẹn từ cán bộ. Mã hồ sơ: "
FILES = "{count} tệp"
NOT_YET = "chưa có"

# The citizen's own key (N11)
MY_KEY = "Mang mã này tới quầy"
MY_KEY_HINT = (
    "Cán bộ quét mã là mở được đúng bản nháp này, bạn không phải khai lại. Mã dùng được "
    "7 ngày, chỉ cho hồ sơ này và chỉ cán bộ của đơn vị nhận hồ sơ mở được."
)
MY_KEY_SHOW = "Hiện mã QR"
MY_KEY_SAVE = "Lưu hoặc in mã"
MY_KEY_ALT = "Mã QR của bản nháp"
AT_COUNTER = (
    "Cán bộ tại quầy đang làm việc trên hồ sơ này nên bạn xem được nhưng chưa sửa được. "
    "Nội dung vẫn còn nguyên."
)

FAULTS: dict[str, str] = FILING | {
    "purpose_missing": "Chọn mục đích tra cứu",
    "person_missing": "Nhập số CCCD, quét thẻ, hoặc nhập số điện thoại",
    "card_empty": "Quét mã QR trên thẻ căn cước vào ô này",
    "card_parts": (
        "Mã vừa quét không phải mã trên thẻ căn cước, hoặc bị bộ gõ tiếng Việt làm sai. Tắt "
        "bộ gõ rồi quét lại"
    ),
    "card_number": (
        "Số, họ tên hoặc ngày sinh trong mã đọc không được. Quét lại, hoặc gõ theo thẻ"
    ),
    "card_broken": "Mã trên thẻ đọc được một phần. Quét lại, hoặc gõ theo thẻ",
    "procedure_missing": "Chọn ít nhất một thủ tục",
    "procedures_many": "Mỗi lần nhiều nhất 10 bộ. Tiếp nhận số này trước rồi làm tiếp",
    "key_wrong": "Mã này không phải mã của bản nháp. Quét lại, hoặc gõ đúng như in dưới hình",
    "key_expired": "Mã đã quá 7 ngày. Nhờ người dân mở bản nháp và lấy mã mới",
    "unit_not_entitled": "Đơn vị bạn không nhận thủ tục này. Chỉ người dân tới đúng đơn vị",
    "draft_paying": (
        "Người dân đang thanh toán hồ sơ này. Chờ thanh toán xong, hoặc nhờ họ hủy thanh toán"
    ),
    "earlier_result": "Kết quả còn hiệu lực đã có trong kho: lấy từ kho, không quét lại",
    "paper_unopened": "Mở giấy tờ lấy từ kho ra xem trước khi đối chiếu",
    "paper_uncompared": "Đánh dấu đã đối chiếu giấy tờ lấy từ kho",
    "copies_range": "Nhập số bản từ 0 đến 99",
    "consent": "Nhờ người dân ký trên màn hình, hoặc đánh dấu đã ký trên giấy",
    "consent_stale": (
        "Nội dung đã sửa sau khi người dân ký. Nhờ họ xem lại và ký lại, hoặc ký trên giấy"
    ),
    "signature_missing": "Ký bằng ngón tay vào ô trống rồi bấm lại",
}
