"""Words of the wizard “Nộp hồ sơ trực tuyến” (C10–C14)."""

TITLE = "Nộp hồ sơ trực tuyến"
STEPS = {
    "agency": "Đơn vị tiếp nhận",
    "information": "Thông tin hồ sơ",
    "components": "Thành phần hồ sơ",
    "delivery": "Nơi nhận kết quả",
    "fees": "Phí, lệ phí",
    "review": "Xác nhận",
}
HEADINGS = {
    "agency": "1. Chọn đơn vị tiếp nhận giải quyết hồ sơ",
    "information": "2. Kiểm tra và nhập thông tin hồ sơ",
    "components": "3. Đính kèm tệp tin theo thành phần hồ sơ",
    "delivery": "4. Chọn nơi nhận kết quả",
    "fees": "Thông tin phí lệ phí của hồ sơ",
    "review": "Kiểm tra lần cuối và nộp",
}
CAPTION = "Bước {number}/6: {step} – Tiếp theo: {next}"
LAST_CAPTION = "Bước 6/6: Xác nhận – Bước cuối"
CAPTION_START = "Bước 1/6: Đơn vị tiếp nhận – Tiếp theo: Thông tin hồ sơ"
ALL_STEPS = "Xem các bước"
SAVED = "Đã lưu lúc {time}"
NEXT = "Tiếp tục"
AGREE = "Đồng ý"
FILE_ONLINE = "Nộp trực tuyến"
BACK = "Quay lại"
SAVE_AND_LEAVE = "Lưu và thoát"
WORKING = "Đang kiểm tra…"
NOT_FOUND_TITLE = "Không mở được hồ sơ này"
NOT_FOUND = (
    "Hồ sơ không còn, hoặc thuộc về tài khoản khác. "
    "Những gì bạn đã lưu ở hồ sơ khác vẫn còn nguyên."
)
TO_MY_DOSSIERS = "Về hồ sơ của tôi"
TO_PROCEDURES = "Tìm thủ tục khác"

# Step 1
UNIT = "Đơn vị nhận"
UNIT_HINT = "Nơi sẽ kiểm tra và giải quyết hồ sơ của bạn"
CHOOSE_UNIT = "---Chọn đơn vị---"
SINGLE_UNIT = "Thủ tục này chỉ có một đơn vị tiếp nhận."
UNIT_PLACE = "Địa chỉ"
UNIT_PHONE = "Điện thoại"
UNIT_HOURS = "Giờ làm việc"
DRAFT_EXISTS = "Bạn đang soạn dở hồ sơ cho thủ tục này."
RESUME = "Làm tiếp hồ sơ đang soạn (sửa lúc {moment})"
START_NEW = "Hoặc chọn đơn vị dưới đây để soạn hồ sơ mới."
NO_UNITS = "Thủ tục này hiện chưa có đơn vị nhận hồ sơ trực tuyến. Gọi tổng đài để được hướng dẫn."
UNKNOWN_PROCEDURE = "Không có thủ tục với mã này."

# Step 2
SUBMITTER = "Thông tin người nộp"
DOSSIER = "Thông tin hồ sơ"
DOSSIER_HINT = "Chủ hồ sơ là người đứng tên trên giấy tờ."
LABELS = {
    "submitter_name": "Họ tên",
    "submitter_birth_date": "Ngày sinh",
    "submitter_address": "Địa chỉ",
    "submitter_phone": "Điện thoại",
    "submitter_email": "Email",
    "submitter_paper_number": "Số CMND/Mã Số thuế",
    "paper_issued_on": "Ngày cấp",
    "paper_issued_by": "Nơi cấp",
    "same_person": "Chủ hồ sơ",
    "applicant_name": "Họ tên chủ hồ sơ",
    "applicant_address": "Địa chỉ chủ hồ sơ",
    "request": "Nội dung giải quyết",
    "copies": "Số bộ hồ sơ",
    "case_id": "Trường hợp của bạn",
    "delivery": "Hình thức nhận kết quả",
    "delivery_place": "Nơi nhận kết quả",
    "recipient_name": "Người nhận",
    "recipient_phone": "Điện thoại người nhận",
    "delivery_address.commune": "Xã, phường nhận",
    "delivery_address.detail": "Địa chỉ nhận",
    "delivery_address.old": "Địa chỉ cũ",
    "home_collection": "Nộp hồ sơ tại nhà",
    "collection_day": "Ngày bưu điện đến",
    "collection_part": "Buổi bưu điện đến",
    "fee_relief": "Diện miễn, giảm",
    "relief_proof": "Giấy tờ chứng minh miễn, giảm",
    "cosign": "Chữ ký người thứ hai",
    "agency": "Đơn vị nhận",
    "principal": "Nộp cho ai",
}
HINTS = {
    "submitter_birth_date": "Ví dụ 31/12/1990",
    "submitter_phone": "Ví dụ 0900 000 001",
    "submitter_address": "Số nhà, đường, thôn/tổ; xã/phường; tỉnh",
    "submitter_paper_number": "9 hoặc 12 số, hoặc mã số thuế",
    "paper_issued_on": "Ví dụ 15/03/2021",
    "request": "Bạn muốn cơ quan giải quyết việc gì, 10 đến 500 chữ",
    "copies": "Từ 1 đến 9",
}
OPTIONAL = "(không bắt buộc)"
SAME = "Giống người nộp"
OTHER_PERSON = "Người khác"
BADGES = {
    "typed": "Bạn tự khai",
    "account": "Từ tài khoản",
    "delegation": "Từ ủy quyền",
    "verified": "Đã xác minh",
    "default": "",
    "procedure": "Từ thủ tục",
    "nobody": "",
}
VERIFIED_HINT = "Thông tin đã xác minh, sửa tại Bộ phận Một cửa nếu chưa đúng."
OTHER_TAB = "Trường “{field}” vừa được sửa ở thẻ khác; bản bạn gõ sau cùng được giữ."

# Step 3
COMPONENTS = "Thành phần hồ sơ"
OTHER_PAPERS = "Tài liệu khác"
OTHER_HINT = "Giấy tờ thêm, nếu bạn thấy cần; ghi mỗi tệp là giấy tờ gì."
CASE = "Chọn trường hợp của bạn"
ORIGINALS = "{count} bản chính"
COPIES = "{count} bản sao"
REQUIRED_WHEN = "Bắt buộc khi {when}"
REQUIRED_NOW = "Bắt buộc với hồ sơ của bạn: {when}"
WHEN = "khi"
QUANTITY = "Số bản: {counts}"
SAMPLES = "Mẫu: {names}"
SEND_FOR = "Gửi tệp cho: {name}"
NO_COMPONENTS = "Thủ tục này không yêu cầu giấy tờ kèm theo."

# Step 4
DELIVERY = "Hình thức nhận kết quả"
AT_COUNTER = "Trực tiếp tại Bộ phận TN&TKQ"
BY_POST = "Gửi hồ sơ của tôi đến địa chỉ"

# Step 5
FEE_NAME = "Khoản"
FEE_AMOUNT = "Mức"
FEE_NOTE = "Ghi chú"
FEE_KINDS = {"fee": "Phí", "charge": "Lệ phí"}
TOTAL = "Tổng cộng"
NO_FEES = "Thủ tục này không thu phí, lệ phí."
TO_CONFIRM = "Cơ quan sẽ báo"

# Step 6
CARDS = "Thông tin đã khai"
FILES = "Giấy tờ đã gửi"
NO_PAPERS = "Không có giấy tờ nào phải gửi kèm."
EDIT = "Sửa"
EDIT_NAMED = "Sửa {what}"
NOT_GIVEN = "Chưa cung cấp"
DUE = "Dự kiến trả kết quả"
DUE_IF = "nếu được tiếp nhận hôm nay"
WHY = "Vì sao là ngày này?"
PLEDGE = (
    "Tôi chắc chắn rằng các thông tin khai báo trên là đúng sự thật và đồng ý chịu "
    "trách nhiệm trước pháp luật về lời khai trên"
)
SUBMIT = "Nộp hồ sơ"
PAY = "Thanh toán {amount}"
AGREE = "Đồng ý"
PAID_FIRST = "Đã nhận tiền. Xem lại lần cuối rồi bấm “Đồng ý” để nộp hồ sơ."
FILES_ITSELF = "Nếu bạn không bấm, hồ sơ tự được nộp lúc"
PAYING = "Hồ sơ đang chờ thanh toán."
PAYING_HOW = (
    "Nội dung đã khai được giữ nguyên trong lúc này. Trả xong, bạn bấm “Đồng ý” là nộp."
)
REOPEN = "Hủy thanh toán để sửa hồ sơ"
SENDING = "Đang gửi…"
NEEDS_WORK = "Cần bổ sung trước khi nộp"

# Beside the form
TERMS = "Thời hạn và phí"
LIMIT = "Thời hạn"
FEE = "Phí, lệ phí"
EXPECTED = "Dự kiến trả"
