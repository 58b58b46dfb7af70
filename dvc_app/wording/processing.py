"""Words of “Chi tiết hồ sơ”: process and return (O05, O08)."""

from services.processing.models import StepState
from services.work import Role

TITLE = "Chi tiết hồ sơ"
STEPS = "Các bước"
STEP_RECEPTION = "Tiếp nhận"
STEP_RETURN = "Trả kết quả"
STATES: dict[StepState, str] = {
    StepState.WAITING: "chưa đến",
    StepState.CURRENT: "đang làm",
    StepState.DONE: "đã xong",
    StepState.SKIPPED: "không cần làm",
}
CUT_SHORT = "không làm nữa"  # the dossier ended before
ROLES: dict[str, str] = {
    Role.INTAKE: "cán bộ một cửa",
    Role.PROCESSING: "công chức thụ lý",
    Role.APPROVER: "lãnh đạo duyệt",
    Role.ADMINISTRATOR: "quản trị viên",
    Role.AUDITOR: "kiểm tra viên",
}
HELD_BY = "{name} đang giữ"
NOBODY_HOLDS = "chờ {role} nhận"
DONE_BY = "{name}, {moment}"
DUE = "hạn {moment}"
WAITING_FOR = "cho {role}"
OPINION_OF = "Ý kiến: {text}"
PROMISED = "Hẹn trả"
RECEIVED = "Tiếp nhận"
NOT_PROMISED = "Chưa hẹn"

# The one next act
NEXT_ACT = "Việc tiếp theo"
RECEIVE = "Tiếp nhận hồ sơ"
RECEIVE_LEAD = "Hồ sơ mới đăng ký, chờ cán bộ một cửa kiểm tra."
TAKE = "Nhận việc"
TAKE_LEAD = "Bước “{step}” chưa có ai giữ. Nhận việc để bắt đầu."
FINISH = "Hoàn thành bước"
FINISH_LEAD = "Bạn đang giữ bước “{step}”. Ghi ý kiến rồi chuyển sang bước sau."
APPROVE = "Duyệt, chuyển trả kết quả"
APPROVE_LEAD = "Xem kết quả dưới đây. Duyệt là chuyển kết quả sang bộ phận trả."
RETURN = "Trả kết quả"
RETURN_LEAD = "Kiểm tra giấy tờ của người đến nhận, rồi ghi tên người nhận."
OPINION = "Ý kiến xử lý"
OPINION_HINT = "Thấy gì, đề xuất gì; ít nhất 5 chữ. Người duyệt sẽ đọc."
APPROVE_OPINION = "Ý kiến duyệt"
OPTIONAL = "(không bắt buộc)"
RECEIVER = "Người nhận"
RECEIVER_HINT = "Họ tên như trên giấy tờ của người đến nhận"

# Result
RESULT = "Kết quả"
ATTACH_LEAD = "Gửi tệp PDF của kết quả, ghi số ký hiệu, rồi đính kèm."
SEND_RESULT = "Gửi tệp kết quả"
NUMBER = "Số ký hiệu"
NUMBER_HINT = "Ví dụ 12/GP-UBND"
ATTACH = "Đính kèm kết quả"
ATTACHED = "Số {number}, đính kèm lúc {moment}"
SIGNED = "có chữ ký số"
NOT_SIGNED = "chưa có chữ ký số"
REMOVE_RESULT = "Gỡ kết quả"
RETURNED_TO = "{name} nhận lúc {moment}"
NO_RESULT_YET = "Chưa có kết quả đính kèm."
RESULT_NEEDED = "Người duyệt chỉ duyệt được khi đã có kết quả đính kèm."

# Why there is no button
NOBODYS_TURN: dict[str, str] = {
    "new": "Hồ sơ chờ cán bộ một cửa tiếp nhận; vai trò của bạn là {mine}.",
    "held": "Bước “{step}” do {name} giữ. Bạn xem được, không sửa được.",
    "role": "Bước “{step}” chờ {role} nhận; vai trò của bạn là {mine}.",
    "four_eyes": (
        "Bạn đã thụ lý hồ sơ này nên không duyệt được; người khác phải duyệt "
        "(nguyên tắc bốn mắt)."
    ),
    "no_result": (
        "Bạn giữ bước duyệt, nhưng chưa có kết quả đính kèm. Người thụ lý đính kèm "
        "xong thì nút duyệt hiện ra ở đây."
    ),
    "awaiting_payment": (
        "Hồ sơ chờ người dân nộp tiền. Nộp xong thì bước đang dở tự chạy tiếp."
    ),
    "suspended": (
        "Hồ sơ đang tạm dừng. Khi làm tiếp được, chọn “Giải quyết tiếp” ở phần quyết "
        "định về hồ sơ."
    ),
    "supplement": (
        "Hồ sơ chờ người dân bổ sung. Nhận được bổ sung thì bước đang dở tự chạy tiếp."
    ),
    "ready": "Kết quả chờ cán bộ một cửa trả; vai trò của bạn là {mine}.",
    "returned": "Hồ sơ đã hoàn tất, không còn việc nào.",
    "closed": "Hồ sơ đang ở trạng thái “{status}”, không có việc nào ở đây.",
}
NO_ROLE = "chưa được cấp"

# Said after an act
TOOK = "Bạn đã nhận bước “{step}”, hạn {due}."
FINISHED = "Đã xong bước “{step}”, hồ sơ chuyển sang “{next}”."
APPROVED = "Đã duyệt. Kết quả chờ trả cho người dân."
RETURNED = "Đã trả kết quả cho {name}."
ATTACHED_NOW = "Đã đính kèm kết quả số {number}."
REMOVED_NOW = "Đã gỡ kết quả. Có thể đính kèm tệp khác."
PRINT = "In giấy tiếp nhận và hẹn trả"
NO_HISTORY = "Chưa có gì trong lịch sử."
TO_DESK = "Về danh sách công việc"

# Refusals
CONFLICTS: dict[str, str] = {
    "held_by": "{name} vừa nhận bước này trước bạn.",
    "returned_by": "{name} vừa trả kết quả của hồ sơ này trước bạn.",
    "not_taken": "Nhận việc trước khi hoàn thành bước.",
    "changed_since": (
        "Hồ sơ vừa thay đổi. Trang đã hiện bản mới nhất, xem lại rồi bấm lần nữa."
    ),
    "result_attached": "Hồ sơ đã có kết quả đính kèm. Gỡ kết quả đó trước.",
    "not_in_process": "Hồ sơ không còn ở bước giải quyết.",
    "suspended_now": "Hồ sơ đang tạm dừng: giải quyết tiếp trước đã.",
    "no_wish": "Không còn đề nghị rút nào chờ quyết định.",
    "not_withdrawable": "Hồ sơ đã có kết quả hoặc đã kết thúc, không rút được nữa.",
    "parcel_moved_on": "Bưu gửi này vừa được xử lý ở nơi khác. Trang đã hiện bản mới nhất.",
    "not_awaiting": "Hồ sơ không chờ thanh toán nữa. Tải lại để xem bản mới nhất.",
    "unpaid": (
        "Người nộp còn nợ phí, lệ phí. Thu tiền ở quầy hoặc chờ thanh toán rồi trả kết quả."
    ),
    "apology_first": (
        "Kết quả có muộn hơn ngày đã hẹn. Lập văn bản xin lỗi trước rồi trả kết quả."
    ),
    "being_signed": "Kết quả đang chờ lãnh đạo ký số. Chưa gỡ được lúc này.",
    "no_result_yet": "Hồ sơ chưa có kết quả để trả.",
}
FORBIDDEN: dict[str, str] = {
    "four_eyes": NOBODYS_TURN["four_eyes"],
    "not_handler": "Chỉ người thụ lý hồ sơ này mới đính kèm hoặc gỡ kết quả.",
}
FAULTS: dict[str, str] = {
    "result_unsigned": (
        "Kết quả điện tử được duyệt bằng chữ ký số. Mở trang Trình ký để ký"
    ),
    "result_missing": "Đính kèm kết quả trước khi duyệt",
    "file_missing": "Gửi tệp kết quả trước khi đính kèm",
    "file_sending": "Đợi tệp gửi xong",
    "file_checking": "Đợi tệp được kiểm tra xong",
    "file_refused": "Gửi tệp khác: tệp này không nhận được",
}
# Where the field itself gives a better sentence than its fault (R10).
REQUIRED: dict[str, str] = {
    "opinion": "Ghi ý kiến xử lý, ít nhất 5 chữ",
    "number": "Nhập số ký hiệu của kết quả",
    "received_by": "Nhập họ tên người nhận",
}
