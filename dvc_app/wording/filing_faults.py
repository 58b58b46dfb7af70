"""What may be wrong with a draft, and what to do about it."""

from dvc_app.wording import cosigning, eforms
from dvc_app.wording.faults import SENTENCES
from services.dossiers.rules import Problem

PROBLEMS: dict[str, str] = {
    Problem.AGENCY_NOT_ENTITLED: (
        "Đơn vị này không nhận thủ tục bạn chọn. Chọn đơn vị khác trong danh sách"
    ),
    Problem.PROCEDURE_CLOSED: (
        "Thủ tục đang tạm dừng nhận hồ sơ. Bản nháp của bạn vẫn được giữ"
    ),
    Problem.PROCEDURE_NOT_HERE: (
        "Thủ tục này nộp trên Cổng Dịch vụ công quốc gia, chưa nộp được ở đây"
    ),
    Problem.PAPER_BEFORE_BIRTH: "Kiểm tra lại ngày cấp: không thể trước ngày sinh",
    Problem.CHOICE_UNKNOWN: "Chọn lại trường hợp của bạn",
    Problem.COMPONENT_MISSING: "Gửi ít nhất một tệp cho giấy tờ này",
    Problem.FILE_SENDING: "Chờ tệp gửi xong, hoặc hủy tệp đang gửi dở",
    Problem.FILE_CHECKING: "Chờ vài giây để hệ thống kiểm tra xong tệp",
    Problem.FILE_REFUSED: "Xóa tệp không nhận được rồi gửi tệp khác",
    Problem.PAGES_LOOSE: (
        "Bấm “Ghép thành một tệp PDF” để dùng các trang đã chụp, hoặc xóa các trang đó"
    ),
    Problem.PAGES_DOUBTED: (
        "Có trang bị mờ, tối hoặc trắng. Chọn “Vẫn dùng” hoặc xóa trang đó để chụp lại"
    ),
    Problem.PLEDGE_MISSING: "Đánh dấu vào ô cam kết trước khi nộp",
    Problem.TOO_MANY_DRAFTS: "Bạn đang có quá nhiều bản nháp. Xóa bớt rồi soạn mới",
    Problem.ANSWER_TOO_LONG: "Rút ngắn lại, ô này chứa tối đa 10.000 chữ",
    Problem.FIELD_UNKNOWN: "Tải lại trang rồi thử lại",
    Problem.DELEGATION_ENDED: (
        "Quyền làm thay không còn hiệu lực. Chọn nộp cho chính mình, hoặc người khác "
        "mà bạn được làm thay"
    ),
    Problem.COMMUNE_MISSING: "Chọn xã, phường trong danh sách hiện ra khi gõ",
    Problem.COLLECTION_DAY: "Chọn lại ngày bưu điện đến trong danh sách",
    Problem.RELIEF_UNKNOWN: "Chọn lại diện miễn, giảm: diện này không còn áp dụng",
    Problem.RELIEF_PROOF_MISSING: (
        "Gửi giấy tờ chứng minh, hoặc chọn để cơ quan tự tra cứu"
    ),
    Problem.COSIGN_MISSING: cosigning.FAULTS["cosign_missing"],
    Problem.COSIGN_VOID: cosigning.FAULTS["cosign_void"],
    Problem.PAYMENT_FIRST: "Nộp phí trước, rồi mới nộp hồ sơ. Bấm “Thanh toán”",
    Problem.PAYMENT_SHORT: (
        "Số phí phải nộp vừa tăng so với số đã trả. Gọi tổng đài để nộp phần còn thiếu"
    ),
    Problem.NOTHING_TO_PAY: "Hồ sơ này không phải nộp phí trước. Bấm “Nộp hồ sơ”",
    "agency_missing": "Chọn đơn vị nhận hồ sơ",
}
FAULTS: dict[str, str] = (
    SENTENCES | {str(key): text for key, text in PROBLEMS.items()} | eforms.FAULTS
)
