"""Words of “Thông tin giấy phép” and of its way to the ministry (O10)."""

from dvc_app.wording.province import here
from services.outbox.models import Outward
from services.permits.open_permit import Lack
from services.permits.records import keeper_of
from services.permits.standing import Standing

TITLE = "Thông tin giấy phép"
TITLES: dict[str, str] = {
    Outward.CONSTRUCTION: "Thông tin giấy phép",
    Outward.PLANNING: "Thông tin văn bản quy hoạch",
}
UPDATE = "Cập nhật thông tin"
LEAD = (
    "Điền như trên giấy tờ đã ký. Những gì hồ sơ và kết quả đã có được điền sẵn; từng ô "
    "được giữ ngay khi rời ô. Bấm “Lưu” để kiểm tra, đọc lại, rồi mới đồng bộ."
)
BACK = "Về hồ sơ {code}"
SAVE, SAVING = "Lưu", "Đang lưu…"
SAVED = "Đã lưu. Đọc lại nội dung bên dưới rồi bấm “{sync}”."
KEPT = "Đã giữ lúc {time}"
SYNC: dict[str, str] = {
    Outward.CONSTRUCTION: "Đồng bộ giấy phép BXD",
    Outward.PLANNING: "Đồng bộ văn bản quy hoạch",
}
AGAIN = "Gửi lại"
SYNCED = "Đã xếp gửi cho Bộ Xây dựng. Trang tự hiện khi Bộ trả lời."
CHANGED = (
    "Nội dung vừa được người khác lưu lại. Trang đã hiện bản mới nhất, đọc lại rồi bấm lần "
    "nữa."
)
BADGES: dict[str, str] = {"dossier": "Từ hồ sơ", "result": "Từ kết quả"}

# “File giấy phép”
FILE = "File giấy phép"
FILES: dict[str, str] = {
    Outward.CONSTRUCTION: "File giấy phép",
    Outward.PLANNING: "File văn bản",
}
SIGNED, SIGNED_BY = "Đã ký số", "{signer} đã ký số"
UNSIGNED = "Chưa ký số"
FILE_HINT = "Là kết quả của hồ sơ; muốn thay thì đính chính kết quả."
NO_FILE = "Hồ sơ chưa có tệp kết quả."

# What will be sent
PREVIEW = "Nội dung sẽ gửi Bộ Xây dựng"
PREVIEW_SENT = "Nội dung đã gửi Bộ Xây dựng"
PREVIEW_LEAD = "{name} lưu lúc {moment}. Bộ nhận đúng những dòng này và tệp đã ký."
NOTHING_SAVED = "Chưa có gì để gửi: bấm “Lưu” sau khi điền đủ."
NOT_GIVEN = "Không gửi"

# Where it stands
STANDING = "Đồng bộ"
STANDINGS: dict[str, tuple[str, str]] = {
    Standing.DRAFT: ("Nháp", "tag"),
    Standing.WAITING: ("Chờ gửi", "tag tag--wait"),
    Standing.SENT: ("Đã gửi", "tag tag--wait"),
    Standing.RECEIVED: ("Đã nhận", "tag tag--done"),
    Standing.RETURNED: ("Bị trả lại", "tag tag--late"),
    Standing.UNREACHED: ("Gửi mãi không được", "tag tag--late"),
    Standing.CLOSED: ("Đã đóng, không gửi", "tag"),
}
SENTENCES: dict[str, str] = {
    Standing.DRAFT: "Chưa gửi Bộ Xây dựng lần nào.",
    Standing.WAITING: "Chờ gửi từ {moment}. Tin đi sau các tin trước của hồ sơ.",
    Standing.SENT: "Đã gửi lúc {moment}, Bộ chưa trả lời. Hệ thống tự gửi lại.",
    Standing.RECEIVED: "Bộ Xây dựng nhận lúc {moment}. Số của Bộ: {number}.",
    Standing.RETURNED: (
        "Bộ Xây dựng trả lại lúc {moment}: {words} Sửa ô đó, bấm “Lưu”, rồi gửi lại."
    ),
    Standing.UNREACHED: (
        "Ba ngày nay Bộ Xây dựng không trả lời. Không có gì bị mất: bấm “Gửi lại”."
    ),
    Standing.CLOSED: "Hai người đã quyết định không gửi lần trước.",
}
MISSING = "thiếu “{field}”."
EDITED = "Đã sửa, cần đồng bộ lại"
THEY_SAY = "Bộ Xây dựng: {words}"
LACKS: dict[str, str] = {
    Lack.UNSAVED: "Có chỗ chưa lưu: bấm “Lưu” trước khi đồng bộ.",
    Lack.NO_FILE: "Hồ sơ chưa có tệp kết quả để gửi kèm.",
    Lack.UNSIGNED: (
        "Tệp kết quả chưa ký số. Đính chính kết quả bằng bản ký số, rồi đồng bộ."
    ),
    Lack.UNDERWAY: "Bản này đã được gửi. Muốn gửi lại thì sửa và lưu trước.",
}
FAULTS: dict[str, str] = {
    "permit_unsaved": LACKS[Lack.UNSAVED],
    "permit_no_file": LACKS[Lack.NO_FILE],
    "permit_unsigned": LACKS[Lack.UNSIGNED],
}
MESSAGES_LINK = "Xem các tin đã gửi"
MISSING_TITLE = "Không có thông tin giấy phép ở đây"
MISSING_PAGE = (
    "Hồ sơ của đơn vị khác, chưa ở “Chờ trả kết quả”, hoặc thủ tục này không cấp giấy phép "
    "phải đồng bộ."
)


def permit_title(procedure_code: str) -> str:
    """Return what its page is called; nothing where no ministry keeps a record."""
    system = keeper_of(here(), procedure_code)
    return TITLES[system] if system else ""
