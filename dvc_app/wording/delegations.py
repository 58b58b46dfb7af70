"""Words of acting for others: children, relatives, organisations (R41, AZ-10)."""

from services.delegations.faults import DelegationFault
from services.delegations.list_delegations import DelegationState
from services.delegations.models import DelegationKind, Relation

TITLE = "Làm thay và ủy quyền"
LEAD = (
    "Nộp và theo dõi hồ sơ thay con, người thân hoặc tổ chức. Mỗi quyền có ngày bắt "
    "đầu, ngày kết thúc và hai bên đều hủy được bất cứ lúc nào."
)
HELD = "Tôi làm thay"
HELD_NONE = "Bạn chưa làm thay cho ai."
HELD_NONE_HINT = (
    "Thêm con chưa đủ 18 tuổi ở nút dưới đây. Người thân hoặc tổ chức thì mở trang "
    "này bằng tài khoản của họ để ủy quyền cho bạn; lời ủy quyền sẽ hiện ở đây."
)
GIVEN = "Người làm thay tôi"
GIVEN_NONE = "Chưa có ai làm thay bạn."
GIVEN_NONE_HINT = (
    "Người bạn ủy quyền nộp được hồ sơ đứng tên bạn. Bạn thấy mọi hồ sơ họ nộp."
)
GIVEN_ORGANISATION = "Người của tổ chức"
GIVEN_ORGANISATION_NONE = "Tổ chức chưa ủy quyền cho ai."
GIVEN_ORGANISATION_HINT = (
    "Mỗi người đăng nhập bằng tài khoản của chính họ; tổ chức thấy mọi hồ sơ họ nộp."
)
INVITATIONS = "Lời ủy quyền chờ bạn trả lời"
INVITED = "{name} muốn bạn nộp hồ sơ thay"
INVITED_HINT = (
    "Đồng ý rồi, bạn được nộp và theo dõi hồ sơ đứng tên {name} trong thời gian này."
)
ACCEPT = "Đồng ý"
ACCEPT_NAMED = "Đồng ý làm thay {name}"
DECLINE = "Từ chối"
DECLINE_NAMED = "Từ chối làm thay {name}"
ACCEPTED = "Đã nhận. Khi nộp hồ sơ, bạn chọn tên người đó ở mục “Nộp cho ai?”."
DECLINED = "Đã từ chối. Người kia được báo tin."
GONE = "Lời ủy quyền này đã được rút hoặc đã hết hạn."
ENDED = "Đã kết thúc ({count})"

ADD_CHILD = "Thêm con tôi"
CHILD_HINT = (
    "Chúng tôi hỏi Cơ sở dữ liệu quốc gia về dân cư: giấy tờ của con phải ghi bạn là "
    "cha, mẹ hoặc người giám hộ. Quyền này hết vào ngày con đủ 18 tuổi."
)
CHILD_NAME = "Họ tên con"
CHILD_BIRTH_DATE = "Ngày sinh của con"
CHILD_BIRTH_DATE_HINT = "Ví dụ 15/03/2018"
CHILD_NUMBER = "Số định danh cá nhân của con"
CHILD_NUMBER_HINT = "12 số, ghi trên giấy khai sinh hoặc thẻ căn cước"
CHILD_ADD = "Kiểm tra và thêm"
CHILD_ADDED = "Đã thêm. Khi nộp hồ sơ, bạn chọn tên con ở mục “Nộp cho ai?”."
POPULATION_DOWN = (
    "Cơ sở dữ liệu dân cư chưa trả lời. Chưa có gì thay đổi; bạn thử lại sau ít phút, "
    "hoặc đến Bộ phận Một cửa cùng giấy khai sinh của con."
)

GRANT = "Ủy quyền cho người thân"
GRANT_ORGANISATION = "Thêm người của tổ chức"
GRANT_HINT = (
    "Người đó đăng nhập bằng tài khoản của họ và bấm Đồng ý thì quyền mới bắt đầu. "
    "Thời hạn dài nhất: 2 năm với người thân, 3 năm với người của tổ chức."
)
NUMBER = "Số CCCD hoặc số điện thoại của người được ủy quyền"
NAME = "Họ tên người được ủy quyền"
NAME_HINT = "Viết đúng như trên giấy tờ của họ"
STARTS_ON = "Từ ngày"
ENDS_ON = "Đến hết ngày"
DAY_HINT = "Ví dụ 31/12/2026"
IS_MANAGER = "Là người quản lý: thấy mọi hồ sơ và thêm bớt người của tổ chức"
FOR_WHOM = "Ủy quyền thay mặt"
FOR_MYSELF = "Chính tôi"
GRANT_DO = "Gửi lời ủy quyền"
GRANTED = "Đã gửi. Nếu số này có tài khoản, người đó sẽ thấy lời ủy quyền."
CANCEL = "Thôi"
WORKING = "Đang kiểm tra…"

PERIOD = "Từ {starts} đến hết {ends}"
FOR_ORGANISATION = "của {name}"
MANAGER = "Người quản lý"
REVOKE = "Hủy quyền"
REVOKE_NAMED = "Hủy quyền: {name}"
REVOKE_SURE = (
    "Hủy ngay quyền này? Hồ sơ đã nộp vẫn được giải quyết; không ai nộp thêm được "
    "theo quyền này nữa."
)
REVOKE_YES = "Hủy ngay"
KEEP = "Giữ lại"
REVOKED = "Đã hủy. Cả hai bên đều được báo tin."

KINDS: dict[str, str] = {
    DelegationKind.CHILD: "Con",
    DelegationKind.RELATIVE: "Người thân",
    DelegationKind.ORGANISATION: "Tổ chức",
}
RELATIONS: dict[str, str] = {
    Relation.FATHER: "Bạn là cha, theo dữ liệu dân cư",
    Relation.MOTHER: "Bạn là mẹ, theo dữ liệu dân cư",
    Relation.GUARDIAN: "Bạn là người giám hộ, theo dữ liệu dân cư",
}
STATES: dict[str, tuple[str, str]] = {
    DelegationState.WAITING: ("Chờ trả lời", "tag tag--wait"),
    DelegationState.COMING: ("Chưa đến ngày bắt đầu", "tag tag--info"),
    DelegationState.STANDS: ("Đang có hiệu lực", "tag tag--done"),
    DelegationState.EXPIRED: ("Đã hết hạn", "tag"),
    DelegationState.DECLINED: ("Bị từ chối", "tag"),
    DelegationState.REVOKED: ("Đã hủy", "tag"),
}
FAULTS: dict[str, str] = {
    DelegationFault.CHILD_NOT_FOUND: (
        "Chưa xác nhận được từ dữ liệu dân cư rằng bạn là cha, mẹ hoặc người giám hộ "
        "của người này. So lại ba mục với giấy khai sinh; nếu đã đúng, mang giấy khai "
        "sinh đến Bộ phận Một cửa để được giúp"
    ),
    DelegationFault.CHILD_GROWN: (
        "Người này đã đủ 18 tuổi: hãy để họ ủy quyền cho bạn bằng tài khoản của họ"
    ),
    DelegationFault.PROVE_YOURSELF: (
        "Số định danh của bạn chưa được xác minh. Xác minh tài khoản trước, hoặc đến "
        "Bộ phận Một cửa cùng giấy khai sinh của con"
    ),
    DelegationFault.TO_SELF: "Nhập số của người khác: đây là số của chính bạn",
    DelegationFault.IN_PAST: "Chọn ngày bắt đầu từ hôm nay trở đi",
    DelegationFault.ENDS_FIRST: "Chọn ngày kết thúc sau ngày bắt đầu",
    DelegationFault.TOO_LONG: (
        "Chọn ngày kết thúc gần hơn: người thân dài nhất 2 năm, tổ chức dài nhất 3 năm"
    ),
    DelegationFault.STANDS: (
        "Người này đang có một lời ủy quyền với ngày khác. Hủy lời cũ rồi gửi lại"
    ),
    DelegationFault.TOO_MANY: (
        "Bạn đang ủy quyền cho quá nhiều người. Hủy bớt rồi gửi lại"
    ),
}
MISSING: dict[str, str] = {
    "child_name": "Nhập họ tên con như trên giấy khai sinh",
    "child_birth_date": "Nhập ngày sinh của con theo dạng 15/03/2018",
    "child_citizen_id": "Nhập 12 số định danh cá nhân của con",
    "name": "Nhập họ tên người được ủy quyền",
    "number": "Nhập số CCCD hoặc số điện thoại của người được ủy quyền",
    "starts_on": "Nhập ngày bắt đầu theo dạng 31/12/2026",
    "ends_on": "Nhập ngày kết thúc theo dạng 31/12/2026",
}

# In filing and wherever a dossier filed for somebody else is shown
FOR_WHOM_FILED = "Nộp cho ai?"
FOR_SELF = "Bản thân tôi"
FOR_OTHER_HINT = (
    "Người được chọn là chủ hồ sơ, đứng tên trên giấy tờ; bạn là người nộp."
)
ADD_PERSON = "Thêm người tôi làm thay"
MANAGE = "Xem các quyền làm thay"
ACTING_NOW = "Bạn đang nộp thay:"
CHANGE = "Đổi"
STOPPED = "Quyền làm thay {name} không còn hiệu lực."
STOPPED_HINT = (
    "Bản nháp vẫn được giữ nhưng không gửi đi thay người đó được nữa. Bạn có thể nộp "
    "cho chính mình, hoặc xóa bản nháp ở trang hồ sơ của tôi."
)
FILE_FOR_SELF = "Nộp cho chính tôi"
TO_DRAFTS = "Đến các bản nháp"
OWNER_NUMBER = "Số định danh / Mã số thuế"
NAME_OF_OWNER = "Chủ hồ sơ"
OWNER_BORN = "Ngày sinh"
BASIS = "Căn cứ"
OTHER_HINT = (
    "Nộp thay con, người thân đã ủy quyền hoặc tổ chức? Chọn ở bước 1, mục “Nộp cho "
    "ai?”, để không phải khai lại."
)
BASES: dict[str, str] = {
    Relation.FATHER: "cha, theo CSDL quốc gia về dân cư",
    Relation.MOTHER: "mẹ, theo CSDL quốc gia về dân cư",
    Relation.GUARDIAN: "người giám hộ, theo CSDL quốc gia về dân cư",
    DelegationKind.RELATIVE: "ủy quyền từ {starts} đến hết {ends}",
    DelegationKind.ORGANISATION: "tổ chức ủy quyền từ {starts} đến hết {ends}",
}
ON_BEHALF = "{submitter} (làm thay {owner}, căn cứ: {basis})"
ACTING_FOR = "{owner} (căn cứ: {basis})"
FILED_FOR = "Nộp thay {name}"
FILED_BY = "Do {name} nộp thay"
FILED_OF = "Hồ sơ của {name}"
FILED_BY_OTHERS = "Người khác nộp thay"
FILED_BY_NOTICE = "Hồ sơ này do {name} nộp thay bạn."
EVENT = "nộp thay {name}"
RIGHT = "Quyền nộp thay"
