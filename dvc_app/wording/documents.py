"""Words of the document vault: one's papers, the picker, what was shared (C23, C12)."""

from services.vault.list_documents import Order, Validity
from services.vault.models import DocumentSource, DocumentState

TITLE = "Quản lý tài liệu điện tử"
LEAD = (
    "Giấy tờ của bạn, dùng lại được cho mọi hồ sơ. Chỉ bạn xem được; cơ quan chỉ thấy "
    "bản bạn đưa vào hồ sơ, người khác chỉ thấy khi bạn chia sẻ."
)
ONE_TITLE = "Tài liệu điện tử"
BACK = "Tất cả tài liệu"

KINDS: dict[str, str] = {
    "identity_card": "Căn cước, hộ chiếu",
    "birth_certificate": "Giấy khai sinh",
    "marriage_certificate": "Giấy chứng nhận kết hôn",
    "marital_status": "Xác nhận tình trạng hôn nhân",
    "death_certificate": "Trích lục khai tử",
    "birth_record": "Giấy chứng sinh",
    "residence": "Giấy tờ về cư trú",
    "land_certificate": "Giấy chứng nhận quyền sử dụng đất",
    "construction_permit": "Giấy phép xây dựng",
    "household_business": "Đăng ký hộ kinh doanh",
    "enterprise": "Đăng ký doanh nghiệp",
    "driving_licence": "Giấy phép lái xe",
    "health_insurance": "Thẻ bảo hiểm y tế",
    "health_check": "Giấy khám sức khỏe",
    "disability": "Xác nhận khuyết tật",
    "degree": "Văn bằng, chứng chỉ",
    "criminal_record": "Phiếu lý lịch tư pháp",
    "authorisation": "Văn bản ủy quyền",
    "photo": "Ảnh chân dung",
    "certified_copy": "Bản sao chứng thực điện tử",
    "decision": "Quyết định, văn bản của cơ quan",
    "other": "Giấy tờ khác",
}
SOURCES: dict[str, str] = {
    DocumentSource.RESULT: "Kết quả của cơ quan",
    DocumentSource.CERTIFIED_COPY: "Chứng thực điện tử",
    DocumentSource.UPLOAD: "Tự tải lên",
    DocumentSource.NATIONAL_STORE: "Kho dữ liệu quốc gia",
    DocumentSource.DIGITISED: "Cơ quan số hóa từ hồ sơ",
}
STATES: dict[str, tuple[str, str]] = {
    DocumentState.CHECKING: ("Đang kiểm tra", "tag tag--wait"),
    DocumentState.KEPT: ("Dùng được", "tag tag--done"),
    DocumentState.REFUSED: ("Không nhận", "tag tag--late"),
    DocumentState.EXPIRED: ("Đã hết hạn", "tag tag--late"),
    DocumentState.REVOKED: ("Đã bị thu hồi", "tag tag--late"),
}
EXPIRING = ("Còn {days} ngày", "tag tag--wait")
EXPIRES_TODAY = "Hết hạn hôm nay"
VALIDITIES: dict[str, str] = {
    Validity.VALID: "Dùng được",
    Validity.EXPIRING: "Sắp hết hạn",
    Validity.ENDED: "Hết hạn hoặc bị thu hồi",
    Validity.UNFIT: "Đang kiểm tra hoặc không nhận",
}
ORDERS: dict[str, str] = {
    Order.NEWEST: "Mới thêm trước",
    Order.ISSUED: "Mới cấp trước",
    Order.EXPIRES: "Sắp hết hạn trước",
    Order.USED: "Hay dùng trước",
    Order.TITLE: "Theo tên",
}
CHECKING_HINT = "Chúng tôi đang kiểm tra tệp; thường xong trong một phút."
REVOKED_HINT = "Cơ quan cấp đã thu hồi giấy tờ này: {reason}"
REVOKED_WHY = "giấy tờ đã được cấp lại hoặc đính chính"
EXPIRED_HINT = (
    "Giấy tờ này hết hạn ngày {day}. Tải bản mới lên hoặc làm thủ tục cấp lại."
)

# List
SEARCH = "Tìm theo tên, số hoặc nơi cấp"
KIND = "Loại giấy tờ"
SOURCE = "Nguồn"
VALIDITY = "Hiệu lực"
ORDER = "Sắp xếp"
ALL = "Tất cả"
FIND = "Tìm kiếm"
FILTERS = "Lọc và sắp xếp"
FOUND = "{count} tài liệu"
NONE_FOUND = "Không có tài liệu nào như bạn tìm."
CLEAR = "Bỏ lọc"
EMPTY = "Kho của bạn chưa có tài liệu nào."
EMPTY_HINT = (
    "Kết quả hồ sơ của bạn sẽ tự vào đây khi cơ quan trả. Bạn cũng có thể:",
    "Tải lên giấy tờ bạn hay dùng, để lần sau không phải chụp lại.",
    "Tìm giấy tờ cơ quan khác đã cấp cho bạn trong kho dữ liệu quốc gia.",
    "Làm bản sao chứng thực điện tử: bản sao vào thẳng kho này.",
)
NUMBER = "Số {number}"
ISSUED = "cấp {day}"
UNTIL = "có hạn đến {day}"
USES = "đã dùng {count} lần"
VERSION = "bản thứ {number}"
OFFICIAL = "Cơ quan cấp"
OWN = "Bạn tự tải lên"
SIGNED = "có chữ ký số"
OPEN = "Xem"
OPEN_NAMED = "Xem {name}"
DETAIL = "Chi tiết"
DETAIL_NAMED = "Chi tiết {name}"
PREVIEW = "Trang 1 của {name}"
BEFORE = "Trước"
AFTER = "Tiếp"
PAGES_LABEL = "Các trang của danh sách"
PAGES = "Trang {page}/{count}"

# Adding
ADD = "Thêm giấy tờ của tôi"
ADD_HINT = (
    "PDF hoặc ảnh chụp rõ (JPG, PNG, HEIC), tối đa 10 MB. Mỗi tệp là một giấy tờ."
)
ADD_LABEL = "Tải lên giấy tờ của tôi"
NATIONAL = "Tìm trong kho quốc gia"
NATIONAL_HINT = (
    "Chúng tôi hỏi Kho dữ liệu quốc gia bằng số định danh của bạn và đưa giấy tờ tìm "
    "thấy vào kho này."
)
NATIONAL_AGREE = (
    "Tôi đồng ý cho Cổng hỏi và lưu giấy tờ của tôi từ Kho dữ liệu quốc gia"
)
NATIONAL_DO = "Tìm giấy tờ của tôi"
NATIONAL_BUSY = "Đang hỏi kho quốc gia…"
NATIONAL_NEW = "Đã thêm {new} giấy tờ từ kho quốc gia. Tệp đang được kiểm tra."
NATIONAL_SAME = "Kho quốc gia không có thêm giấy tờ nào của bạn."
NATIONAL_MISSING = (
    "Có {missing} giấy tờ chưa lấy được tệp từ cơ quan cấp; bạn thử lại sau."
)
NATIONAL_DOWN = (
    "Kho dữ liệu quốc gia chưa trả lời. Giấy tờ trong kho của bạn vẫn dùng được; bạn "
    "thử lại sau ít phút, hoặc tải giấy tờ từ máy."
)

# Detail
FACTS = "Thông tin giấy tờ"
FIELDS: dict[str, str] = {
    "title": "Tên giấy tờ",
    "kind": "Loại giấy tờ",
    "number": "Số, ký hiệu",
    "issuer": "Nơi cấp",
    "issued_on": "Ngày cấp",
    "valid_from": "Có hiệu lực từ",
    "valid_until": "Có hiệu lực đến hết",
    "holder": "Chủ sở hữu",
    "dossier": "Mã hồ sơ",
    "source": "Nguồn",
    "signature": "Chữ ký số",
    "added": "Vào kho lúc",
    "file": "Tệp",
    "owner": "Chủ sở hữu",
    "owner_number": "Số định danh",
    "birth_date": "Ngày sinh",
    "birth_place": "Nơi sinh",
    "mother": "Họ tên mẹ",
    "father": "Họ tên cha",
    "spouse": "Họ tên vợ hoặc chồng",
    "home": "Quê quán",
    "address": "Địa chỉ",
    "householder": "Chủ hộ",
    "plot": "Thửa đất số",
    "map_sheet": "Tờ bản đồ số",
    "area": "Diện tích",
    "business_name": "Tên đăng ký kinh doanh",
    "licence_class": "Hạng",
    "field_of_study": "Ngành đào tạo",
}
SIGNATURES: dict[str, str] = {
    "": "Không có",
    "checking": "Đang kiểm tra chữ ký",
    "valid": "Hợp lệ, ký bởi {signer}",
    "invalid": "Không hợp lệ",
    "uncertain": "Có chữ ký, chưa xác nhận được người ký",
    "unreached": "Có chữ ký, sẽ kiểm tra lại",
}
SIGNED_UNKNOWN = "Có chữ ký số"
NOT_SAID = "Chưa ghi"
DOWNLOAD = "Mở tệp"
RENAME = "Đổi tên"
RENAME_DO = "Lưu tên"
RENAMED = "Đã đổi tên."
DESCRIBE = "Sửa thông tin"
DESCRIBE_HINT = "Ghi đủ số, nơi cấp và ngày hết hạn để được nhắc trước khi hết hạn."
DESCRIBE_DO = "Lưu thông tin"
DESCRIBED = "Đã lưu thông tin giấy tờ."
DAY_HINT = "Ví dụ 31/12/2026"
OPTIONAL = "(không bắt buộc)"
CANCEL = "Thôi"
WORKING = "Đang lưu…"
REPLACE = "Thay bằng bản mới"
REPLACE_HINT = "Bản cũ được giữ lại; hồ sơ đã nộp không thay đổi."
REPLACE_LABEL = "Tải bản mới thay cho {name}"
VERSIONS = "Các bản đã lưu"
VERSION_LINE = "Bản {number} · {day}"
VERSION_SHOWN = "Đang dùng"
MISSING_TITLE = "Không tìm thấy tài liệu này."
MISSING = "Tài liệu đã bị xóa khỏi kho, hoặc không phải của bạn."

USED = "Đã dùng vào đâu"
USED_NONE = "Giấy tờ này chưa được dùng vào hồ sơ nào."
USED_DRAFT = "Bản nháp"
USED_GONE = "Bản nháp đã xóa"
USED_TAKEN_OUT = "Đã rút khỏi bản nháp"
USED_UNIT = "Cơ quan xem: {unit}"
USED_READS = "Cán bộ đã mở {count} lần, gần nhất {day}"
USED_UNREAD = "Cán bộ chưa mở"
USED_CONSENT = "Bạn đã đồng ý cho dùng lúc {at}"

REMOVE = "Xóa khỏi kho"
REMOVE_SURE = (
    "Xóa giấy tờ này cùng mọi bản đã lưu? Các lần chia sẻ dừng ngay. Hồ sơ đã nộp vẫn "
    "giữ bản của nó."
)
REMOVE_YES = "Xóa"
KEEP = "Giữ lại"
REMOVED = "Đã xóa khỏi kho."

FAULTS: dict[str, str] = {
    "document_in_use": (
        "Chưa xóa được: một hồ sơ đang giải quyết dùng giấy tờ này. Giấy tờ vẫn còn; "
        "bạn xóa sau khi hồ sơ có kết quả"
    ),
    "document_official": (
        "Giấy tờ do cơ quan cấp được giữ nguyên như đã cấp. Nếu sai, hãy gửi đề nghị sửa"
    ),
    "document_ends_first": "Nhập ngày hết hạn sau ngày cấp và ngày có hiệu lực",
    "document_consent": "Đồng ý cho cơ quan xem giấy tờ này thì mới dùng được",
    "document_checking": (
        "Giấy tờ này đang được kiểm tra. Chờ một phút rồi chọn lại, hoặc chọn giấy khác"
    ),
    "document_refused": "Tệp của giấy tờ này không dùng được. Chọn giấy tờ khác",
    "document_expired": "Giấy tờ này đã hết hạn. Chọn giấy khác hoặc tải bản mới từ máy",
    "document_revoked": "Cơ quan cấp đã thu hồi giấy tờ này. Chọn giấy tờ khác",
    "document_kind": (
        "Mục này không nhận loại tệp đó. Chọn giấy tờ khác hoặc tải tệp từ máy"
    ),
    "share_days": "Chọn thời hạn chia sẻ trong danh sách",
    "share_too_many": "Giấy tờ này đang có quá nhiều lần chia sẻ. Dừng bớt rồi tạo lại",
    "store_unproved": (
        "Tài khoản chưa được xác minh nên chưa hỏi được kho quốc gia. Đăng nhập bằng Cổng "
        "Dịch vụ công quốc gia một lần, hoặc xác minh tại Bộ phận Một cửa"
    ),
    "store_consent": "Đánh dấu vào ô đồng ý để chúng tôi được hỏi kho quốc gia",
    "correction_field": "Chọn mục cần sửa",
    "correction_own": (
        "Giấy tờ này do bạn tự tải lên nên bạn sửa được ngay. Chọn “Sửa thông tin”"
    ),
}
MISSING_FIELDS: dict[str, str] = {
    "title": "Nhập tên giấy tờ",
    "kind": "Chọn loại giấy tờ",
    "proposed": "Nhập nội dung đúng",
}
