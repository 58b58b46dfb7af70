"""Words of “Hồ sơ cá nhân” (C22): the profile, its sources, what needs the person."""

from services.profiles.check_population import PopulationOutcome as O

TITLE = "Hồ sơ cá nhân"
MENU_LABEL = "Hồ sơ cá nhân"
MENU_PHONE = "Mục của hồ sơ cá nhân"
INFORMATION = "Thông tin cá nhân"
SUPPLEMENTS = "Hồ sơ yêu cầu bổ sung"
DOSSIERS = "Quản lý hồ sơ"
NOTIFICATIONS = "Thông báo"
CONTACTS = "Liên hệ và thông báo"
DEVICES = "Thiết bị đang đăng nhập"
PASSWORD = "Mật khẩu"  # noqa: S105
DELEGATIONS = "Làm thay người khác"
DATA = "Dữ liệu của tôi"

TODAY = "Việc của bạn hôm nay"
NOTHING = "Bạn không có việc cần làm"
NOTHING_HINT = "Có việc cần bạn, mục này sẽ báo ngay. Không cần vào xem mỗi ngày."
ALL_DOSSIERS = "Xem tất cả hồ sơ"
MORE = "Còn {count} việc nữa trong Quản lý hồ sơ"
NEW_TITLE = "Ba việc nên làm trước"
NEW_LEAD = "Tài khoản của bạn đã sẵn sàng."
NEW_THINGS = (
    (
        "Xem lại thông tin cá nhân",
        "Thông tin đúng ở đây thì không phải khai lại trong từng hồ sơ.",
    ),
    (
        "Chọn nơi nhận thông báo",
        "Tin nhắn, email hay ngay trên cổng: chọn cách bạn hay xem.",
    ),
    (
        "Tìm thủ tục bạn cần",
        "Xem giấy tờ, lệ phí và thời hạn trước khi nộp.",
    ),
)

FIELDS = {
    "full_name": "Họ và tên",
    "old_id_number": "Số CMT (9 số)",
    "citizen_id": "Số CMT/CCCD (12 số)",
    "sex": "Giới tính",
    "birth_date": "Ngày sinh",
    "phone": "Số điện thoại",
    "email": "Email",
    "address": "Địa chỉ thường trú",
    "tax_code": "Mã số thuế",
    "representative": "Người đại diện theo pháp luật",
}
ORGANISATION_NAME = "Tên tổ chức"
ORGANISATION_ADDRESS = "Địa chỉ trụ sở"
SEXES = {"male": "Nam", "female": "Nữ"}
EMPTY = "Chưa có"
SHOW = "Hiện"
HIDE = "Ẩn"
SHOW_WHICH = "Hiện {field}"
HIDE_WHICH = "Ẩn {field}"
CHANGE = "Đổi"
CHANGE_WHICH = "Đổi {field}"
LEGEND_POPULATION = "Các thông tin đã được xác minh với Cơ sở dữ liệu Dân cư Quốc gia"
LEGEND_OTHER = "Các thông tin đã được xác minh với nguồn ghi ở từng dòng"
LEGEND_TYPED = (
    "Các thông tin do Người dùng tự nhập và chưa được xác minh với 1 CSDL tin cậy"
)
LEGENDS = "Dấu bên cạnh mỗi thông tin"
VERIFIED_BY = "Đã xác minh với {source}"
VERIFIED_SOMEHOW = "Đã xác minh"
TYPED = "Bạn tự khai, chưa xác minh"
CHECKED = "ngày {day}"
# Ways of registering and systems, as a person calls them.
SOURCES = {
    "population": "CSDL Dân cư Quốc gia",
    "mobile_subscription": "nhà mạng di động",
    "social_insurance": "Bảo hiểm xã hội",
    "police": "Bộ Công an (VNeID)",
    "national": "Cổng Dịch vụ công quốc gia",
    "post": "Bưu điện Việt Nam",
    "post_identity": "Bưu điện Việt Nam",
    "usb": "chứng thư số trên USB",
    "usb_signature": "chứng thư số trên USB",
    "sim": "chứng thư số trên SIM",
    "sim_signature": "chứng thư số trên SIM",
    "smart_ca": "chứng thư số VNPT SmartCA",
    "certificate": "chứng thư số",
    "code": "mã xác thực gửi tới bạn",
    "counter": "Bộ phận Một cửa",
    "demonstration": "dữ liệu mẫu",
}
READ_ONLY = (
    "Thông tin đã xác minh không sửa ở đây. Nếu sai, bạn làm thủ tục chỉnh sửa tại "
    "Công an cấp xã nơi thường trú, rồi bấm Cập nhật; cần giúp thì đến Bộ phận Một cửa."
)
ASSURANCE = "Mức xác minh tài khoản"
LEVELS = {
    0: "Chưa xác minh danh tính",
    1: "Mức 1: danh tính do bạn tự khai",
    2: "Mức trung bình (IAL2)",
    3: "Mức cao (IAL3)",
}
LEVEL_BY = "{level}, xác minh qua {source}"
REGISTERED = "Mở tài khoản ngày {day}"

UPDATE = "Cập nhật"
LINK_NATIONAL = "Liên kết tài khoản Cổng Dịch vụ công quốc gia"
LINK_NATIONAL_LEAD = (
    "Liên kết một lần, sau đó bạn đăng nhập ở đây bằng VNeID hoặc tài khoản Cổng Dịch "
    "vụ công quốc gia. Mật khẩu và hồ sơ đã nộp giữ nguyên."
)
LINK_NATIONAL_ACT = "Liên kết tài khoản"
LINK_NATIONAL_BUSY = "Đang sang Cổng Dịch vụ công quốc gia…"

UPDATE_TITLE = "Cập nhật từ Cơ sở dữ liệu Dân cư Quốc gia"
UPDATE_LEAD = (
    "Cổng hỏi Cơ sở dữ liệu một lần, cho bạn xem chỗ khác nhau, và chỉ ghi khi bạn "
    "đồng ý. Lần hỏi được ghi nhật ký với mục đích: cập nhật hồ sơ cá nhân."
)
LAST_CHECKED = "Lần cập nhật gần nhất: {moment}."
NEVER_CHECKED = "Chưa cập nhật lần nào từ Cơ sở dữ liệu Dân cư."
ASKING = "Đang hỏi…"
NUMBER_HINT = "12 số trên thẻ căn cước"
OUTCOMES: dict[O, str] = {
    O.SAME: "Thông tin của bạn khớp với Cơ sở dữ liệu Dân cư.",
    O.CHANGED: "Cơ sở dữ liệu Dân cư có chỗ khác với hồ sơ của bạn.",
    O.DIFFERS: (
        "Số căn cước của bạn có trong Cơ sở dữ liệu Dân cư, nhưng {fields} không khớp. "
        "Hồ sơ cá nhân và các hồ sơ đã nộp không thay đổi. Bạn so lại với thẻ căn cước: "
        "thẻ đúng mà cổng sai thì đến Bộ phận Một cửa; thẻ sai thì đến Công an cấp xã."
    ),
    O.NOT_FOUND: (
        "Cơ sở dữ liệu Dân cư chưa có số này. Hồ sơ cá nhân giữ nguyên. "
        "Bạn kiểm tra lại số trên thẻ; vẫn không thấy thì hỏi Công an cấp xã."
    ),
    O.UNPROVED: (
        "Tài khoản này chưa được xác minh danh tính nên cổng chưa hỏi Cơ sở dữ liệu Dân "
        "cư. Bạn đăng nhập qua Cổng Dịch vụ công quốc gia mức 2, hoặc mang thẻ căn cước "
        "đến Bộ phận Một cửa."
    ),
}
DOWN = (
    "Cơ sở dữ liệu Dân cư chưa trả lời. Hồ sơ cá nhân giữ nguyên như lần gần nhất, "
    "bạn vẫn nộp hồ sơ được. Thử lại sau ít phút."
)
PRESENT = "Đang có"
ON_FILE = "Trong CSDL Dân cư"
FIELD = "Thông tin"
DIFFERENCES = "Những chỗ khác nhau"
CONFIRM_SAME = "Ghi nhận đã xác minh"
CONFIRM = "Lấy theo CSDL Dân cư"
NO_THANKS = "Để nguyên"
KEPT = "Hồ sơ cá nhân giữ nguyên."
TAKEN = "Đã cập nhật {count} thông tin theo CSDL Dân cư."
TAKEN_SAME = "Đã ghi nhận: thông tin của bạn khớp với CSDL Dân cư."
RUNNING_UNTOUCHED = "{count} hồ sơ đang giải quyết giữ nguyên thông tin lúc nộp."
TOO_OLD = "Câu trả lời đã quá 10 phút nên chưa ghi gì. Bấm Cập nhật để hỏi lại."
TOO_MANY = "Hôm nay bạn đã hỏi nhiều lần. Có thể hỏi lại sau {until}."

DECLARE = "Sửa thông tin tự khai"
DECLARE_HINT = "Để trống ô nào thì cổng bỏ thông tin ở ô đó."
SAVE = "Lưu"
SAVING = "Đang lưu…"
SAVED = "Đã lưu."
NO_CHANGE = "Không có gì thay đổi."
NOT_SAID = "Không khai"
OLD_HINT = "9 số trên chứng minh nhân dân cũ"
ADDRESS_HINT = "Số nhà, đường, thôn hoặc tổ; xã, phường; tỉnh"
OPTIONAL = "(không bắt buộc)"
