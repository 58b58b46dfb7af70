"""A sentence for every refusal: what happened, is the work safe, what next."""

from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
    ServiceError,
    SystemUnavailable,
    TooMany,
)
from services.counter.stand_in import HeldAtCounter
from services.delegations.faults import DelegationEnded
from services.dossiers.faults import DraftAtCounter, DraftIsPaying
from services.integrations.identity_provider.port import IdentityRefused
from services.integrations.mail.port import MailRefused
from services.integrations.remote_signing.port import SigningRefused, SigningUnknown
from services.integrations.sms.port import SmsRefused
from services.integrations.zalo.port import ZaloRefused, ZaloTokenEnded

UNEXPECTED = (
    "Có lỗi ngoài dự kiến. Những gì đã lưu vẫn còn nguyên. "
    "Bạn thử lại; nếu vẫn lỗi, gọi tổng đài và đọc số {incident}."
)
MESSAGES: dict[type[ServiceError], str] = {
    NotFound: "Không tìm thấy nội dung này, hoặc bạn không có quyền xem.",
    Forbidden: "Tài khoản của bạn không được làm việc này.",
    Conflict: "Nội dung vừa được thay đổi ở nơi khác. Trang đã hiện bản mới nhất.",
    DraftAtCounter: (
        "Cán bộ tại quầy đang mở hồ sơ này nên bạn chưa sửa được ở đây. Nội dung đã khai "
        "vẫn còn nguyên; khi cán bộ trả lại, bạn làm tiếp như thường."
    ),
    HeldAtCounter: (
        "Đồng nghiệp ở quầy khác đang mở hồ sơ này. Nội dung vẫn còn nguyên; chờ đồng "
        "nghiệp trả lại, hoặc mở lại sau 30 phút không có thao tác."
    ),
    DraftIsPaying: (
        "Hồ sơ đang đóng để thanh toán nên chưa sửa được. Cần sửa thì bấm “Hủy thanh toán "
        "để sửa hồ sơ” ở bước xác nhận; nội dung đã khai vẫn còn nguyên."
    ),
    RuleViolation: "Còn chỗ cần sửa. Nội dung đã nhập vẫn được giữ.",
    TooMany: "Bạn đã thử quá nhiều lần. Vui lòng thử lại sau {until}.",
    SystemUnavailable: (
        "Hệ thống bên ngoài chưa trả lời. Nội dung của bạn vẫn còn, "
        "vui lòng thử lại sau ít phút."
    ),
    ProofNeeded: (
        "Việc này cần xác nhận lại bạn là ai. Nội dung vẫn còn nguyên: "
        "nhập mã xác thực rồi làm tiếp."
    ),
    IdentityRefused: (
        "Chưa xác nhận được danh tính của bạn. Chưa có gì thay đổi, "
        "bạn thử lại hoặc chọn cách khác."
    ),
    SigningRefused: (
        "Dịch vụ chữ ký số không nhận yêu cầu này. Chưa có gì thay đổi, "
        "bạn kiểm tra lại chứng thư số hoặc chọn cách khác."
    ),
    SigningUnknown: (
        "Dịch vụ chữ ký số không thấy yêu cầu này. Chưa có gì được ký, bạn bấm ký lại."
    ),
    MailRefused: (
        "Máy chủ thư không nhận gửi tới địa chỉ này. Nội dung của bạn vẫn còn, "
        "hãy kiểm tra lại địa chỉ email."
    ),
    DelegationEnded: (
        "Quyền làm thay không còn hiệu lực, nên việc này chưa được thực hiện. Bản nháp "
        "vẫn được giữ; bạn có thể nộp cho chính mình hoặc xóa bản nháp."
    ),
    ZaloRefused: (
        "Zalo không nhận tin gửi tới số này. Nội dung của bạn vẫn còn, tin được gửi qua "
        "nơi khác bạn đã chọn."
    ),
    ZaloTokenEnded: (
        "Zalo chưa nhận tin lúc này. Nội dung của bạn vẫn còn, tin sẽ được gửi lại."
    ),
    SmsRefused: (
        "Nhà mạng không nhận tin nhắn gửi tới số này. Nội dung của bạn vẫn còn, "
        "hãy kiểm tra lại số điện thoại."
    ),
}
NOT_SENT = "Chưa gửi được. Kiểm tra kết nối mạng rồi thử lại; nội dung vẫn còn."
ERROR_PREFIX = "Lỗi: "
REQUIRED_LEGEND = "Trường có dấu * là bắt buộc."
TO_FIX = "Có {count} chỗ cần sửa"
