"""Words of step 5, “Thông tin phí lệ phí của hồ sơ” (C14)."""

HEADING = "Thông tin phí lệ phí của hồ sơ"
NO_FEES = "Thủ tục này không thu phí, lệ phí."
NAME = "Khoản"
KIND = "Phí/lệ phí"
RATE = "Mức"
QUANTITY = "Số lượng"
AMOUNT = "Thành tiền"
BASIS = "Căn cứ"
KINDS = {"fee": "Phí", "charge": "Lệ phí"}
ROW = "{name} – mục {row}"
WILL_TELL = "Cơ quan sẽ báo"
FREE = "Không thu"
FROM = "từ {unit} thứ {first}: {rate}"
EACH = "{rate}/{unit}"
CAP = "không quá {cap}/{item}"
COUNT = "{count} {unit}"
TIMES = "{units} × {items}"
FULL = "Trước khi giảm: {full}"
RELIEVED = "Miễn: {ground} ({basis})"
REDUCED = "Giảm {percent}%: {ground} ({basis})"
TOTAL = "Tổng cộng phí, lệ phí"
WHEN = "Khi nào nộp, nộp thế nào"
DUE = {
    "now": "Nộp trực tuyến sau khi bạn xem lại lần cuối, trước khi gửi hồ sơ.",
    "reception": (
        "Nộp khi cơ quan tiếp nhận hồ sơ: bạn được báo, rồi nộp trực tuyến hoặc tại quầy."
    ),
    "result": "Nộp khi nhận kết quả, tại quầy hoặc trực tuyến.",
}
NOTHING_NOW = "Chưa phải trả gì lúc này."
FROZEN = "Mức được giữ theo ngày bạn nộp hồ sơ."

# Who pays less
RELIEF = "Bạn có thuộc diện được miễn, giảm không?"
NO_RELIEF = "Không, tôi nộp đủ"
PROOF = "Giấy tờ chứng minh"
PROOF_IS = "Cần có: {paper}"
ATTACH = "Tôi gửi giấy tờ này"
LOOK_UP = "Không cần nộp – cơ quan tự tra cứu"
LOOK_UP_HINT = "Nếu tra không thấy, cơ quan sẽ hỏi bạn."
SEND = "Chụp hoặc chọn tệp"

POSTAL = "Cước bưu điện (trả riêng cho bưu điện)"
