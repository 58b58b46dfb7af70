"""A sentence for everything a person may have typed wrong: it says what to type."""

from collections.abc import Mapping

from services.core.faults import Fault

FIELDS: dict[str, str] = {
    Fault.REQUIRED: "Điền ô này",
    Fault.TEXT_CONTROL: "Gõ lại ô này: có ký tự điều khiển không nhìn thấy được",
    Fault.TEXT_BROKEN: "Gõ lại ô này: có một chữ bị vỡ khi sao chép",
    Fault.TEXT_DIRECTION: "Gõ lại ô này: có ký tự đảo chiều chữ không nhìn thấy được",
    Fault.TEXT_HIDDEN: "Gõ lại ô này: có ký tự ẩn không nhìn thấy được",
    Fault.NAME_LETTERS: (
        "Nhập họ tên chỉ gồm chữ cái, dấu cách, dấu gạch nối hoặc dấu nháy"
    ),
    Fault.NAME_SCRIPT: (
        "Gõ lại họ tên bằng bộ gõ tiếng Việt: có chữ của bảng chữ cái khác"
    ),
    Fault.NAME_ENCODING: (
        "Gõ lại họ tên bằng bảng mã Unicode: chữ đang ở bảng mã cũ TCVN3"
    ),
    Fault.NAME_SHORT: "Nhập đủ họ và tên, ít nhất 2 chữ cái",
    Fault.NAME_LONG: "Nhập họ tên không quá 100 ký tự",
    Fault.DATE_FORMAT: "Nhập ngày theo dạng 31/12/1990",
    Fault.DATE_REAL: "Nhập một ngày có trong lịch, ví dụ 28/02/2023",
    Fault.DATE_RANGE: "Nhập một ngày trong khoảng cho phép",
    Fault.DATE_FUTURE: "Nhập một ngày không muộn hơn hôm nay",
    Fault.DATE_TOO_OLD: "Nhập lại năm: ngày này đã hơn 120 năm",
    Fault.PHONE_MOBILE: "Nhập số di động 10 số, ví dụ 09xx xxx xxx",
    Fault.PHONE_FORMAT: "Nhập số điện thoại có mã vùng, ví dụ 0208 3xxx xxx",
    Fault.PHONE_OLD_PREFIX: (
        "Nhập số di động 10 số: đầu số 11 số đã đổi từ năm 2018, ví dụ 0168 nay là 038"
    ),
    Fault.CITIZEN_ID_DIGITS: "Nhập số giấy tờ chỉ gồm chữ số",
    Fault.CITIZEN_ID_LENGTH: "Nhập đủ 12 số của CCCD, hoặc 9 số của CMND",
    Fault.CITIZEN_ID_LOST_ZERO: (
        "Nhập đủ 12 số: số này có 11 số, thường là thiếu số 0 ở đầu"
    ),
    Fault.CITIZEN_ID_FORMER: "Nhập 12 số của CCCD; CMND 9 số không dùng được ở đây",
    Fault.TAX_CODE_FORMAT: (
        "Nhập mã số thuế 10 số, 13 số dạng 0101234567-001, hoặc 12 số định danh"
    ),
    Fault.INSURANCE_NUMBER: "Nhập đủ 10 số của mã số BHXH, như trên thẻ hoặc sổ",
    Fault.SLIP_CODE: "Nhập mã xác minh như in trên phiếu, chỉ gồm chữ cái và chữ số",
    Fault.EMAIL_FORMAT: "Nhập địa chỉ email theo dạng ten@example.vn",
    Fault.EMAIL_LONG: "Nhập địa chỉ email không quá 254 ký tự",
    Fault.ADDRESS_SHORT: "Nhập địa chỉ rõ hơn: số nhà, đường, thôn hoặc tổ dân phố",
    Fault.ADDRESS_LONG: "Rút gọn địa chỉ: dài quá mức lưu được",
    Fault.NOTE_SHORT: "Viết rõ hơn một chút: nội dung còn quá ngắn",
    Fault.NOTE_LONG: "Rút gọn nội dung: dài quá mức lưu được",
    Fault.OTP_FORMAT: "Nhập đủ 6 chữ số của mã",
    Fault.COPIES_RANGE: "Nhập số bản là một số từ 1 trở lên",
    Fault.DOSSIER_CODE_FORMAT: (
        "Nhập mã hồ sơ như trên giấy hẹn, ví dụ H00.01-260101-0001"
    ),
    Fault.LOOK_UP_CODE: "Nhập mã hồ sơ như trên giấy hẹn, gồm chữ, số, dấu chấm, gạch nối",
    Fault.LOOK_UP_TODAY: (
        "Chọn ngày hôm nay: hệ thống kia chỉ trả lời hồ sơ xử lý trong ngày. Ngày khác thì "
        "xem danh sách tiếp nhận trong khoảng thời gian"
    ),
    Fault.LOOK_UP_MONTH: "Nhập tháng theo dạng 10/2026",
    Fault.MONEY_FORMAT: "Nhập số tiền bằng chữ số, ví dụ 100.000",
    Fault.MONEY_NEGATIVE: "Nhập số tiền từ 0 trở lên",
    Fault.MONEY_LARGE: "Nhập lại số tiền: số này lớn quá mức",
}
ACCOUNTS: dict[str, str] = {
    "swap_free_day": "Chọn ngày nghỉ bù là một ngày khác, không phải Chủ nhật",
    "office_hours": (
        "Nhập giờ theo dạng 07:30-11:30, 13:00-17:00; các buổi không chồng nhau"
    ),
    "calendar_four_eyes": (
        "Nhờ một quản trị viên khác xác nhận: người đề nghị không tự xác nhận được"
    ),
    "outbox_four_eyes": "Nhờ một người khác của đơn vị: người đề nghị không tự đóng được",
    "reason_short": "Viết rõ hơn: lý do ít nhất 10 chữ",
    "reason_long": "Rút gọn lý do: tối đa 500 chữ. Nội dung vừa viết vẫn còn ở đây",
    "template_four_eyes": (
        "Nhờ một quản trị viên khác ban hành: người viết không tự ban hành được"
    ),
    "template_sms_long": "Rút gọn rồi gửi lại: tin dài hơn một tin SMS",
    "template_variable": (
        "Viết lại chữ trong ngoặc nhọn: chỉ dùng được các biến có trong danh sách"
    ),
    "picture_required": (
        "Nhập 6 ký tự trong hình hoặc 6 chữ số nghe được, "
        "hoặc chọn “Tôi không đọc được mã”"
    ),
    "picture_wrong": (
        "Nhập 6 ký tự trong hình mới: mã vừa rồi chưa đúng hoặc đã quá 5 phút"
    ),
    "citizen_id_taken": "Số này đã có tài khoản. Đăng nhập, hoặc lấy lại mật khẩu",
    "phone_taken": (
        "Số điện thoại này đã có tài khoản. Đăng nhập, hoặc dùng số khác của bạn"
    ),
    "email_taken": "Email này đã có tài khoản. Dùng email khác, hoặc để trống",
    "carrier_differs": (
        "So lại ba mục với thông tin đã khai báo với nhà mạng: họ tên, ngày sinh, "
        "số giấy tờ. Chỉ các thuê bao đã khai báo thông tin chính xác với nhà mạng "
        "mới có thể đăng ký tài khoản"
    ),
    "insurance_differs": (
        "So lại bốn mục với thông tin ở cơ quan BHXH: mã số BHXH, họ tên, ngày sinh, "
        "số giấy tờ. Sai lệch thì đến cơ quan BHXH để sửa, hoặc chọn cách đăng ký khác"
    ),
    "post_differs": (
        "So lại các mục với phiếu của bưu cục: tài khoản, mã xác minh, họ tên, ngày "
        "sinh, số giấy tờ. Mỗi phiếu dùng được một lần; mất phiếu thì xin lại ở bưu cục"
    ),
    "tax_code_taken": "Số thuế này đã có tài khoản. Đăng nhập, hoặc lấy lại mật khẩu",
    "start_over": "Chọn đăng ký lại từ đầu: lần đăng ký này đã kết thúc",
    "certificate_other_group": (
        "Chọn lại nhóm đăng ký, hoặc dùng chứng thư số khác: chứng thư số này không "
        "thuộc nhóm đã chọn"
    ),
    "certificate_missing": (
        "Chọn ký lại từ đầu: chưa có chữ ký của chứng thư số, hoặc đã quá 30 phút"
    ),
    "post_own": "Chọn cán bộ khác: vai trò của bạn do một quản trị viên khác giao",
    "post_roles": "Chọn ít nhất một vai trò",
    "post_agency": "Chọn đơn vị: vai trò này chỉ có ở một đơn vị",
    "post_unit": "Chọn đơn vị",
    "post_order": "Nhập ngày kết thúc sau ngày bắt đầu và sau hôm nay",
    "post_four_eyes": (
        "Chọn một quản trị viên khác xác nhận: người giao và người nhận vai trò không tự "
        "xác nhận được"
    ),
    "post_last_administrator": (
        "Chọn thêm một quản trị viên trước: đây là quản trị viên cuối cùng của hệ thống"
    ),
    "sign_in_name_format": (
        "Nhập tên tài khoản từ 3 đến 40 ký tự, chỉ gồm chữ không dấu, số, dấu chấm, gạch "
        "nối"
    ),
    "sign_in_name_taken": "Nhập tên tài khoản khác: tên này đã có người dùng",
    "sign_in_name_twice": "Nhập tên tài khoản khác: tên này có hai lần trong bảng",
    "officer_phone_taken": (
        "Nhập số công vụ khác, hoặc để trống: số này đã gắn với một tài khoản"
    ),
    "officer_email_taken": (
        "Nhập email công vụ khác, hoặc để trống: email này đã gắn với một tài khoản"
    ),
    "officer_sign_in_name_taken": "Nhập tên tài khoản khác: tên này đã có người dùng",
    "import_empty": "Điền ô này: dán ít nhất một dòng của bảng",
    "import_long": "Rút gọn bảng: mỗi lần nhiều nhất 200 dòng",
    "import_role": "Viết lại vai trò, ví dụ: Một cửa, Thụ lý, Lãnh đạo",
    "import_unit": "Nhập lại tên hoặc mã đơn vị, hoặc để trống với quản trị toàn hệ thống",
    "password_unreadable": "Nhập mật khẩu khác: có ký tự không gõ lại được",
    "password_short": "Nhập mật khẩu dài hơn, ít nhất 8 ký tự",
    "password_long": "Nhập mật khẩu không quá 128 ký tự",
    "password_phone": "Chọn mật khẩu khác: không dùng số điện thoại của bạn",
    "password_number": "Chọn mật khẩu khác: không dùng số giấy tờ của bạn",
    "password_birth_date": "Chọn mật khẩu khác: không dùng ngày sinh của bạn",
    "password_name": "Chọn mật khẩu khác: không dùng họ tên của bạn",
    "password_portal": "Chọn mật khẩu khác: không dùng tên cổng hay tên tỉnh",
    "password_common": "Chọn mật khẩu khác: mật khẩu này nhiều người dùng, dễ bị đoán",
    "password_again_differs": "Nhập lại cho giống mật khẩu ở ô trên",
    "recovery_compare": "Đối chiếu thẻ với người có mặt, rồi đánh dấu vào ô này",
    "password_same": "Chọn mật khẩu khác với mật khẩu đang dùng",
    "account_taken": "Chọn tên đăng nhập khác: tên này đã có người dùng",
    "loan_to": "Chọn một đồng nghiệp đang làm việc cùng đơn vị",
    "loan_roles": "Chọn ít nhất một việc trong vai trò của bạn",
    "loan_past": "Chọn ngày bắt đầu từ hôm nay trở đi",
    "loan_order": "Chọn ngày cuối từ hôm nay trở đi và không trước ngày bắt đầu",
    "loan_long": "Chọn ngày cuối trong vòng 90 ngày kể từ ngày bắt đầu",
}
CERTIFICATES: dict[str, str] = {
    "certificate_unreadable": (
        "Chưa đọc được chứng thư số. Chưa có gì thay đổi: rút USB ký số ra, cắm lại "
        "rồi ký lại, hoặc chọn cách khác"
    ),
    "certificate_weak": (
        "Chứng thư số này dùng thuật toán cũ, không còn đủ an toàn. Liên hệ nơi cấp "
        "để đổi chứng thư số, hoặc chọn cách khác"
    ),
    "certificate_not_yet_valid": (
        "Chứng thư số này chưa đến ngày có hiệu lực. Thử lại từ ngày đó, hoặc chọn "
        "cách khác"
    ),
    "certificate_expired": (
        "Chứng thư số đã hết hạn. Liên hệ nơi cấp để gia hạn, hoặc chọn cách khác"
    ),
    "certificate_revoked": (
        "Chứng thư số đã bị thu hồi, không dùng được nữa. Liên hệ nơi cấp để biết lý "
        "do, hoặc chọn cách khác"
    ),
    "certificate_untrusted": (
        "Chứng thư số không do tổ chức được phép tại Việt Nam cấp. Dùng chứng thư số "
        "khác, hoặc chọn cách khác"
    ),
    "certificate_purpose": (
        "Chứng thư số này không phải loại dùng để ký. Chọn chứng thư số dùng để ký, "
        "hoặc chọn cách khác"
    ),
    "certificate_holder_unreadable": (
        "Chứng thư số không ghi rõ số giấy tờ hoặc mã số thuế của người dùng. Liên "
        "hệ nơi cấp, hoặc chọn cách khác"
    ),
    "certificate_other_holder": (
        "Chứng thư số này là của người khác, không phải số đã nhập. Nhập lại số của "
        "bạn, hoặc chọn đúng chứng thư số"
    ),
    "certificate_none": (
        "Không tìm thấy chứng thư số dùng được cho số này. Xem lại số đã nhập, hoặc "
        "chọn cách khác"
    ),
    "signature_wrong": (
        "Chữ ký không khớp với yêu cầu này. Chưa có gì thay đổi: bấm ký lại từ đầu"
    ),
    "certificate_proof_spent": (
        "Chữ ký này đã dùng rồi hoặc đã quá 30 phút. Bấm ký lại từ đầu"
    ),
    "certificate_taken": (
        "Chứng thư số này đã gắn với một tài khoản. Đăng nhập tài khoản đó, hoặc dùng "
        "chứng thư số khác"
    ),
}
DESK: dict[str, str] = {
    "receiver_not_owner": (
        "Tên này không phải chủ hồ sơ hay người nộp. Kiểm tra giấy tờ, hoặc chọn "
        "người được ủy quyền"
    ),
    "signing_count": "Chọn từ 1 đến 20 kết quả cho một lần ký",
    "view_name": "Đặt tên cho bộ lọc, ví dụ: Khai sinh sắp đến hạn",
    "view_long": "Đặt tên bộ lọc không quá 60 ký tự",
    "view_taken": "Đã có bộ lọc mang tên này. Chọn tên khác",
    "view_too_many": "Mỗi người lưu tối đa 20 bộ lọc. Xóa bớt rồi lưu lại",
    "look_up_order": "Nhập ngày cuối không trước ngày đầu",
    "look_up_wide": "Chọn khoảng ngắn hơn: mỗi lần tra cứu nhiều nhất 31 ngày",
    "look_up_year": "Chọn khoảng ngắn hơn: thống kê nhiều nhất một năm",
    "export_too_large": (
        "Danh sách có hơn 5.000 hồ sơ. Lọc thêm, hoặc lập sổ ở mục Sổ theo dõi, báo cáo"
    ),
}
SENTENCES: dict[str, str] = FIELDS | ACCOUNTS | CERTIFICATES | DESK
# Where the field itself gives a better sentence than its fault (R10).
BY_FIELD: dict[tuple[str, str], str] = {
    ("citizen_id", Fault.REQUIRED): "Nhập số CMT hoặc CCCD",
    ("full_name", Fault.REQUIRED): "Nhập họ tên như trên giấy tờ",
    ("birth_date", Fault.REQUIRED): "Nhập ngày sinh theo dạng 31/12/1990",
    ("birth_date", Fault.DATE_FORMAT): "Nhập ngày sinh theo dạng 31/12/1990",
    ("birth_date", Fault.DATE_FUTURE): "Nhập ngày sinh không muộn hơn hôm nay",
    ("phone", Fault.REQUIRED): "Nhập số di động 10 số, ví dụ 09xx xxx xxx",
    ("code", Fault.REQUIRED): "Nhập đủ 6 chữ số của mã",
}


def spelled(problems: Mapping[str, str]) -> dict[str, str]:
    """Return the sentence of each field's fault."""
    return {
        field: BY_FIELD.get((field, key)) or SENTENCES[key]
        for field, key in problems.items()
    }
