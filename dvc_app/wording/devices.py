"""Words of the list of devices (thiết bị đang đăng nhập)."""

TITLE = "Thiết bị đang đăng nhập"
LEAD = (
    "Những nơi tài khoản của bạn đang đăng nhập. Thấy nơi nào lạ, bạn bấm Đăng xuất "
    "ở dòng đó: nơi ấy mất quyền vào tài khoản ngay."
)
COUNT = "{count} thiết bị"
CAPTION = "Danh sách thiết bị đang đăng nhập"
DEVICE = "Thiết bị"
SINCE = "Đăng nhập lúc"
LAST_USED = "Dùng gần nhất"
ACTION = "Việc cần làm"
WAY = "Cách đăng nhập"
WAYS = {
    "password": "Mật khẩu",
    "code": "Mã OTP",
    "recovery": "Lấy lại tài khoản",
    "national": "Cổng DVC Quốc gia",
    "usb": "USB ký số",
    "sim": "SIM ký số",
    "smart_ca": "VNPT SmartCA",
}
OTHER_WAY = "Cách khác"
NEW = "Thiết bị mới"
SHARED = "Máy dùng chung"
NOTICES = "Thông báo bảo mật gần đây"
NO_NOTICES = "Chưa có thông báo nào."
THIS_ONE = "Thiết bị này"
END = "Đăng xuất"
END_WHICH = "Đăng xuất {device}, đăng nhập lúc {since}"
ENDED = "Đã đăng xuất {device}."
ALREADY_ENDED = "Thiết bị này đã đăng xuất từ trước."
END_ALL = "Đăng xuất khỏi mọi thiết bị"
END_ALL_HINT = "Gồm cả thiết bị này. Bản nháp và hồ sơ của bạn vẫn được giữ."
NONE = "Không có thiết bị nào đang đăng nhập."
FAILED = "Chưa đọc được danh sách thiết bị."
RETRY = "Thử lại"
UNKNOWN_DEVICE = "Thiết bị không rõ"
ON = "{browser} trên {system}"
# What a browser calls itself → what people call it; the first match counts, for
# most browsers also name the older ones they descend from.
BROWSERS = (
    ("Zalo", "Zalo"),
    ("FBAN", "Facebook"),
    ("FBAV", "Facebook"),
    ("coc_coc", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "máy Mac"),
    ("Linux", "Linux"),
)
