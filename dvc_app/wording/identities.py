"""Words of signing in by the national portal: setting out, coming back, choosing."""

PROVIDERS = {
    "national": "Cổng Dịch vụ công Quốc gia",
    "police": "Bộ Công an (VNeID)",
}

LEAVING = "Đang sang trang xác nhận danh tính…"

# Why coming back opened nothing: what happened, what is safe, what to do.
REASONS = {
    "unknown": (
        "Lần đăng nhập này không còn hiệu lực. Chưa có gì thay đổi. "
        "Bạn bấm đăng nhập lại, hoặc dùng tài khoản của tỉnh."
    ),
    "late": (
        "Đã quá 10 phút từ lúc bạn sang {provider}, nên lần đăng nhập đó đã hết hạn. "
        "Nội dung đang làm vẫn còn. Bạn bấm đăng nhập lại."
    ),
    "used": (
        "Lần đăng nhập này đã dùng rồi; mỗi lần chỉ dùng được một lượt. "
        "Nội dung đang làm vẫn còn. Bạn bấm đăng nhập lại."
    ),
    "elsewhere": (
        "Bạn đã bắt đầu đăng nhập ở một trình duyệt khác. Để giữ an toàn cho tài khoản, "
        "bạn đăng nhập thêm một lần ở đây; xong sẽ về đúng chỗ bạn đang làm."
    ),
    "session": (
        "Tài khoản đang đăng nhập đã đổi trong lúc bạn ở {provider}, nên chưa liên kết. "
        "Chưa có gì thay đổi. Bạn làm lại từ trang cá nhân."
    ),
    "consent": (
        "Bạn đã không đồng ý chia sẻ thông tin, nên {provider} không gửi gì sang đây. "
        "Nếu đổi ý, bạn bấm đăng nhập lại; hoặc dùng tài khoản của tỉnh."
    ),
    "expired": (
        "Mã xác nhận của {provider} đã hết hạn trước khi tới đây. Chưa có gì thay đổi. "
        "Bạn bấm đăng nhập lại."
    ),
    "clock": (
        "Đồng hồ của {provider} và của cổng này đang lệch nhau, nên chưa xác nhận được. "
        "Đây không phải lỗi của bạn. Bạn thử lại sau ít phút, hoặc dùng tài khoản "
        "của tỉnh."
    ),
    "invalid": (
        "Câu trả lời từ {provider} chưa xác minh được, nên chưa đăng nhập. "
        "Chưa có gì thay đổi. Bạn thử lại, hoặc dùng tài khoản của tỉnh."
    ),
    "down": (
        "{provider} đang không trả lời. Nội dung của bạn vẫn còn. "
        "Bạn dùng tài khoản của tỉnh, hoặc thử lại sau ít phút."
    ),
    "closed": (
        "Tài khoản của bạn ở cổng này đã đóng. Muốn dùng lại, bạn mang thẻ căn cước tới "
        "Bộ phận Một cửa, hoặc gọi tổng đài."
    ),
    "locked": (
        "Tài khoản của bạn ở cổng này đang tạm khóa. Hồ sơ đã nộp vẫn được giải quyết. "
        "Bạn gọi tổng đài, hoặc tới Bộ phận Một cửa để mở khóa."
    ),
    "limit": (
        "Bạn đã sang {provider} nhiều lần liền nhau. Nội dung của bạn vẫn còn. "
        "Bạn chờ 10 phút rồi thử lại, hoặc dùng tài khoản của tỉnh."
    ),
    "cookie": (
        "Trình duyệt đang chặn cookie nên chưa đăng nhập được. Bạn bật cookie cho trang "
        "này, tải lại trang rồi thử lại."
    ),
    "proof": (
        "Liên kết tài khoản cần xác nhận lại bạn là ai. Chưa có gì thay đổi. "
        "Bạn về trang cá nhân và bấm “Liên kết” lần nữa để xác nhận ngay tại đó."
    ),
    "tied": (
        "Tài khoản quốc gia này, hoặc số định danh của nó, đã thuộc một tài khoản khác "
        "ở cổng này. Chưa có gì thay đổi. Bạn mang thẻ căn cước tới Bộ phận Một cửa "
        "để gộp hai tài khoản."
    ),
    "tied_already": (
        "Tài khoản của bạn đã liên kết với một tài khoản quốc gia khác. Chưa có gì "
        "thay đổi. Muốn đổi, bạn mang thẻ căn cước tới Bộ phận Một cửa."
    ),
    "differs": (
        "Số định danh hoặc loại tài khoản ở {provider} khác với tài khoản đang đăng nhập "
        "ở đây, nên không liên kết. Chưa có gì thay đổi. Bạn kiểm tra xem có đang dùng "
        "nhầm tài khoản không."
    ),
    "party": (
        "Cách đăng ký này dành cho công dân. Doanh nghiệp và cơ quan chọn cách đăng ký "
        "bằng chữ ký số."
    ),
    "level": (
        "Tài khoản định danh của bạn chưa ở mức 2. Bạn mang thẻ căn cước tới công an "
        "xã, phường để nâng lên mức 2, hoặc chọn cách đăng ký khác."
    ),
    "no_officer": (
        "Tài khoản quốc gia này chưa liên kết với tài khoản cán bộ nào đang dùng được. "
        "Bạn đăng nhập bằng tài khoản cán bộ, rồi liên kết ở “Bảo mật tài khoản”."
    ),
    "level_officer": (
        "Tài khoản định danh này chưa ở mức 2 nên không dùng được để đăng nhập cán bộ. "
        "Chưa có gì thay đổi."
    ),
    "registered": (
        "Số định danh của bạn đã có tài khoản ở cổng này. Bạn đăng nhập, hoặc lấy lại "
        "mật khẩu."
    ),
}

# Where it could not be finished (SIGN_IN_RETURN, for linking and registering).
NOT_DONE = "Chưa hoàn tất"
NOT_LINKED = "Chưa liên kết được tài khoản"
NOT_REGISTERED = "Chưa đăng ký được"
TO_PROFILE = "Về trang cá nhân"
TO_REGISTER = "Chọn cách đăng ký khác"
TO_SIGN_IN = "Đăng nhập"

RETURN_TITLE = "Chào mừng"
WELCOME = "Chào mừng {name}"
WELCOME_LEAD = (
    "Đây là lần đầu bạn đăng nhập qua Cổng Dịch vụ công Quốc gia. "
    "Từ lần sau, bạn vào thẳng nơi cần làm."
)
CAME_ALONG = "Thông tin của bạn"
CAME_ALONG_LEAD = "Chỗ nào chưa đúng, bạn sửa ở trang cá nhân."
FACTS = {
    "full_name": "Họ tên",
    "citizen_id": "Số định danh",
    "tax_code": "Mã số thuế",
    "representative": "Người đại diện",
    "birth_date": "Ngày sinh",
    "phone": "Điện thoại",
    "email": "Email",
    "address": "Địa chỉ",
}
ORGANISATION_NAME = "Tên tổ chức"
VERIFIED = "Đã xác thực mức 2"
DECLARED = "Mức 1: thông tin tự khai"
RAISE = (
    "Tài khoản của bạn đang ở mức 1. Nhiều thủ tục chỉ nhận hồ sơ của tài khoản mức 2. "
    "Để nâng mức, công dân mang thẻ căn cước tới công an xã, phường; người nước ngoài "
    "mang hộ chiếu và thẻ cư trú tới cơ quan quản lý xuất nhập cảnh. Làm định danh mức 2 "
    "(VNeID) xong, bạn đăng nhập lại ở đây bằng tài khoản đó."
)
RAISE_ORGANISATION = (
    "Tài khoản của tổ chức đang ở mức 1. Nhiều thủ tục chỉ nhận hồ sơ của tài khoản "
    "mức 2. Người đại diện làm định danh tổ chức mức 2 rồi đăng nhập lại ở đây."
)
MISSING = (
    "Còn thiếu khi nộp hồ sơ: {names}. Bạn điền thêm lúc nộp hoặc ở trang cá nhân."
)
VAULT = "Kho giấy tờ điện tử đã mở"
VAULT_LEAD = (
    "Giấy tờ và kết quả bản điện tử của bạn sẽ nằm ở một chỗ, dùng lại được cho lần "
    "nộp sau. Chỉ bạn mở được kho này."
)
CONTINUE = "Tiếp tục"

LINK_TITLE = "Chọn tài khoản của bạn"
LINK_LEAD = (
    "Cổng Dịch vụ công Quốc gia xác nhận bạn là {name}. Ở cổng của tỉnh có tài khoản "
    "có thể là của bạn. Bạn chọn một tài khoản và nhập mật khẩu của nó để liên kết. "
    "Chưa có gì thay đổi cho tới lúc đó."
)
LINK_CHOICE = "Tài khoản ở cổng của tỉnh"
CANDIDATE_NUMBER = "số {number}"
CANDIDATE_PHONE = "điện thoại {phone}"
CANDIDATE_SINCE = "tạo ngày {day}"
NO_PASSWORD = "chưa có mật khẩu, chỉ làm được ở Bộ phận Một cửa"  # noqa: S105
LINK_PASSWORD = "Mật khẩu của tài khoản đã chọn"  # noqa: S105
LINK_SUBMIT = "Liên kết và đăng nhập"
LINK_BUSY = "Đang liên kết…"
LINK_REFUSED = "Mật khẩu chưa đúng với tài khoản đã chọn. Kiểm tra rồi nhập lại"
LINK_GONE = "Đã quá 15 phút nên phải đăng nhập lại từ đầu. Chưa có gì thay đổi"
LINK_CHOOSE = "Chọn một tài khoản"
LINK_ONLY_COUNTER = (
    "Tài khoản này chưa có mật khẩu, nên chỉ liên kết được ở Bộ phận Một cửa."
)
LINK_OTHERWISE = "Không nhớ mật khẩu, hoặc không phải của bạn?"
LINK_OTHERWISE_LEAD = (
    "Mang thẻ căn cước tới bất kỳ Bộ phận Một cửa nào của tỉnh. Cán bộ đối chiếu và gộp "
    "tài khoản cho bạn. Chưa tiện đi, bạn gọi tổng đài: "
)
LINK_RECOVER = "Quên mật khẩu?"
LINK_LATER = "Để sau, đăng nhập bằng tài khoản của tỉnh"

SIGNED_OUT_TITLE = "Bạn đã đăng xuất"
SIGNED_OUT_LEAD = (
    "Phiên làm việc ở cổng của tỉnh đã kết thúc. Bạn vẫn còn đăng nhập ở Cổng Dịch vụ "
    "công Quốc gia trên trình duyệt này."
)
SIGNED_OUT_SHARED = (
    "Nếu đang dùng máy chung, bạn đăng xuất cả ở đó để người sau không vào được "
    "tài khoản của bạn."
)
SIGN_OUT_THERE = "Đăng xuất cả ở Cổng Dịch vụ công quốc gia"
TO_HOME = "Về trang chủ"
