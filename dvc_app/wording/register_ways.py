"""Words of the ways to register beyond a mobile subscription (C02, C03)."""

from dvc_app.wording import register
from services.accounts.models import Party
from services.accounts.registration_methods import RegistrationMethod as Method

PARTIES = {
    register.CITIZEN: Party.CITIZEN,
    register.ENTERPRISE: Party.ENTERPRISE,
    register.AGENCY: Party.STATE_AGENCY,
}
NAMES: dict[Method, str] = {
    Method.PHONE: "Thuê bao di động",
    Method.INSURANCE: "Bảo hiểm xã hội",
    Method.POLICE: "Bộ Công An",
    Method.POST: "Bưu điện Việt Nam",
    Method.USB: "USB ký số",
    Method.SIM: "SIM ký số",
    Method.SMART_CA: "VNPT SmartCA",
}
NEEDS: dict[Method, str] = {
    Method.PHONE: "Cần SIM chính chủ đang dùng, khoảng 3 phút",
    Method.INSURANCE: "Cần mã số BHXH và một số điện thoại, khoảng 3 phút",
    Method.POLICE: "Cần tài khoản VNeID mức 2, khoảng 3 phút",
    Method.POST: "Cần phiếu xác minh nhận ở bưu cục, khoảng 3 phút",
    Method.USB: "Cần USB ký số còn hạn, cắm vào máy này, khoảng 5 phút",
    Method.SIM: "Cần SIM ký số còn hạn, khoảng 4 phút",
    Method.SMART_CA: "Cần ứng dụng VNPT SmartCA trên điện thoại, khoảng 4 phút",
}
SILENT = (
    "Lúc {at} hệ thống này chưa trả lời. Bạn vẫn có thể thử, hoặc chọn một cách khác ở "
    "trang này."
)

TITLES: dict[Method, str] = {
    Method.PHONE: register.PHONE_TITLE,
    Method.INSURANCE: "Đăng ký bằng mã số bảo hiểm xã hội",
    Method.POLICE: "Đăng ký qua Bộ Công An",
    Method.POST: "Đăng ký qua Bưu điện Việt Nam",
    Method.USB: "Đăng ký bằng USB ký số",
    Method.SIM: "Đăng ký bằng SIM ký số",
    Method.SMART_CA: "Đăng ký bằng VNPT SmartCA",
}
LEADS: dict[Method, str] = {
    Method.PHONE: register.LEAD,
    Method.INSURANCE: (
        "Cơ quan bảo hiểm xã hội so thông tin của bạn với mã số BHXH, chỉ trả lời đúng "
        "hoặc không. Sau đó một mã 6 số được gửi tới điện thoại."
    ),
    Method.POST: (
        "Mang giấy tờ tới bưu cục, nhân viên đối chiếu và in cho bạn một phiếu có mã "
        "xác minh. Cổng không bao giờ hỏi mật khẩu Bưu điện của bạn."
    ),
    Method.POLICE: (
        "Bạn đăng nhập bằng tài khoản VNeID ở trang của Bộ Công an. Họ tên, ngày sinh và "
        "số định danh được chuyển sang đây, bạn không phải gõ lại."
    ),
    Method.USB: (
        "Cắm USB ký số vào máy này. Phần mềm ký số hỏi mã PIN trong cửa sổ riêng của nó; "
        "cổng không nhìn thấy mã PIN."
    ),
    Method.SIM: (
        "Nhập số của SIM ký số. Điện thoại hiện yêu cầu ký, bạn nhập mã PIN của SIM trên "
        "điện thoại."
    ),
    Method.SMART_CA: (
        "Nhập số giấy tờ hoặc mã số thuế của chứng thư số. Ứng dụng VNPT SmartCA trên "
        "điện thoại hiện yêu cầu, bạn bấm xác nhận."
    ),
}
BUSY: dict[Method, str] = {
    Method.PHONE: register.BUSY,
    Method.INSURANCE: "Đang hỏi cơ quan BHXH…",
    Method.POST: "Đang hỏi Bưu điện…",
}
DOWN: dict[Method, str] = {
    Method.PHONE: register.CARRIER_DOWN,
    Method.INSURANCE: (
        "Hệ thống BHXH chưa trả lời. Những gì bạn nhập vẫn còn nguyên: nhập mã trong hình "
        "mới rồi bấm Đăng ký lại sau ít phút, hoặc chọn cách đăng ký khác."
    ),
    Method.POST: (
        "Hệ thống Bưu điện chưa trả lời. Những gì bạn nhập vẫn còn nguyên: nhập mã trong "
        "hình mới rồi bấm Đăng ký lại sau ít phút. Phiếu của bạn chưa bị dùng."
    ),
}
INSURANCE_NUMBER = "Mã số BHXH"
INSURANCE_HINT = "10 số, in trên thẻ bảo hiểm y tế hoặc sổ BHXH"
POST_ACCOUNT = "Tài khoản Bưu điện"
POST_ACCOUNT_HINT = "Số điện thoại hoặc email bạn khai ở bưu cục"
SLIP_CODE = "Mã xác minh trên phiếu"
SLIP_HINT = "Như in trên phiếu của bưu cục"
ANY_PHONE_HINT = "Số di động của bạn, nhận được tin nhắn"

SCANNER = {
    "scan": "Quét mã QR trên thẻ căn cước",
    "stop": "Dừng quét",
    "hint": "Máy ảnh điền giúp số, họ tên và ngày sinh. Hình ảnh không rời khỏi máy bạn.",
    "done": "Đã điền từ thẻ. Bạn xem lại rồi nhập tiếp.",
    "refused": "Chưa mở được máy ảnh. Bạn nhập bằng tay ở các ô dưới đây.",
}

# Bộ Công An
POLICE_GO = "Tới trang của Bộ Công an"
POLICE_GOING = "Đang chuyển trang…"
POLICE_BACK = "Thông tin Bộ Công an cung cấp"
POLICE_NOT_YOURS = "Không phải bạn, hoặc muốn làm lại? Đăng nhập VNeID lại"
READ_ONLY = "Không sửa được ở đây. Sai thì liên hệ công an nơi cư trú để cập nhật."
ONE_MORE = "Còn một bước: số điện thoại nhận mã OTP và thông báo."

# Certificates
GROUP = "Bạn đăng ký cho"
USER_SIM = "Số điện thoại của SIM ký số"
USER_SMART_CA = "Số CCCD hoặc mã số thuế của chứng thư số"
ASK: dict[Method, str] = {
    Method.SIM: "Gửi yêu cầu ký tới SIM",
    Method.SMART_CA: "Gửi yêu cầu tới SmartCA",
}
ASKING = "Đang gửi yêu cầu…"
USB_START = "Bắt đầu"
SIGNER = {"sign": "Ký bằng USB", "busy": "Đang chờ bạn nhập mã PIN…"}
SIGNER_HINT = (
    "Cửa sổ phần mềm ký số sẽ hiện lên. Chọn chứng thư số và nhập mã PIN ở đó, trong 2 "
    "phút."
)
SIGNER_WINDOW = "Mở cửa sổ nhập PIN của phần mềm ký số (bản thử nghiệm)"
PHONE_WINDOW = "Mở chiếc điện thoại của bản thử nghiệm"
SIGNER_FAILED: dict[int, str] = {
    -1: (
        "Chưa gặp phần mềm ký số trên máy này. Cài và mở phần mềm đi kèm USB, cắm USB, "
        "rồi ký lại. Chưa có gì bị mất."
    ),
    1: "Bạn đã đóng cửa sổ ký. Bấm “Ký bằng USB” để thử lại.",
    2: "USB đã khóa vì nhập sai mã PIN nhiều lần. Liên hệ nơi cấp để mở khóa.",
    3: "Chưa thấy USB ký số. Cắm USB vào máy rồi ký lại.",
    4: "Đã quá 2 phút chờ mã PIN. Bấm “Ký bằng USB” để thử lại.",
}
SIGNER_OTHER = "Phần mềm ký số báo lỗi. Đóng và mở lại phần mềm, rồi ký lại."
WAITING_TITLE = "Xác nhận trên điện thoại của bạn"
WAITING_HINT = (
    "Yêu cầu đã tới điện thoại. Kiểm tra mã so sánh giống bên dưới, rồi xác nhận. "
    "Trang này tự chuyển tiếp."
)
COMPARE = "Mã so sánh: "
WAITING_LEFT = "Còn {left}"
REFUSED = (
    "Yêu cầu đã bị từ chối trên điện thoại. Chưa có gì thay đổi, bạn có thể gửi lại."
)
EXPIRED = "Đã hết thời gian chờ. Chưa có gì thay đổi, bạn có thể gửi lại."
SERVICE_DOWN = (
    "Dịch vụ ký số chưa trả lời. Chưa có gì thay đổi, bạn thử lại sau ít phút hoặc chọn "
    "cách khác."
)
AGAIN = "Làm lại từ đầu"
PROVED = "Chứng thư số đã được xác minh"
FACT_NAME = "Họ tên"
FACT_NUMBER = "Số giấy tờ"
FACT_TAX = "Mã số thuế"
FACT_ORGANISATION = "Tên tổ chức"
FACT_ISSUER = "Nơi cấp"
FACT_UNTIL = "Hết hạn"
REPRESENTATIVE = "Người đại diện"
REPRESENTATIVE_HINT = "Họ tên người đại diện theo pháp luật"

# Tôi không chắc
ADVICE_SIM = "SIM điện thoại bạn đang dùng có đứng tên bạn không?"
ADVICE_VNEID = (
    "Bạn có tài khoản VNeID mức 2 (đã làm căn cước gắn chip ở công an) không?"
)
ADVICE_KEY = "Chữ ký số của tổ chức nằm ở đâu?"
YES, NO = "Có", "Không"
ADVICE = "Bạn nên chọn: "
ADVICE_NONE = (
    "Bạn đến Bộ phận Một cửa gần nhất với căn cước để nộp hồ sơ trực tiếp, không cần tài "
    "khoản; hoặc tới bưu cục xin phiếu xác minh rồi chọn Bưu điện Việt Nam."
)
ADVICE_AGAIN = "Trả lời lại"
