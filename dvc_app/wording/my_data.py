"""Words of “Dữ liệu của tôi”: who looked, taking it away, closing the account."""

TITLE = "Dữ liệu của tôi"
LEAD = "Ai đã xem, tải về, và đóng tài khoản khi bạn không dùng nữa."

LOOKED = "Ai đã xem dữ liệu của tôi"
LOOKED_LEAD = (
    "Mỗi lần cán bộ mở hồ sơ hay giấy tờ của bạn đều được ghi lại. Trang này nêu đơn vị; "
    "muốn biết người cụ thể, bạn gửi yêu cầu tới đơn vị đó kèm thời điểm."
)
LOOKED_NONE = "Chưa có cán bộ nào mở dữ liệu của bạn."
CAPTION = "Những lần cán bộ mở dữ liệu của bạn"
WHEN, UNIT, ACT, DOSSIER = "Thời điểm", "Đơn vị", "Việc", "Hồ sơ"
NO_UNIT = "Quản trị hệ thống của tỉnh"
ACTS = {
    "open_reception": "Mở hồ sơ để tiếp nhận",
    "open_processing": "Mở hồ sơ để giải quyết",
    "control_slip": "In phiếu kiểm soát",
    "open_opinion": "Mở hồ sơ để cho ý kiến",
    "open_result": "Xem kết quả",
    "read_file": "Mở giấy tờ trong hồ sơ",
    "receipt_facts": "In giấy tiếp nhận và hẹn trả",
    "print_form": "In tờ khai",
    "account.read": "Xem tài khoản",
    "account.recovery_opened": "Mở tài khoản để khôi phục tại quầy",
}
TIMES = "{act} ({times} lần trong giờ đó)"
COUNT = "Có tất cả {total} lần"
PAGE = "Trang {page}/{pages}"
BEFORE, AFTER = "Trước", "Tiếp"
PAGES = "Các trang"

TAKE = "Tải dữ liệu của tôi"
TAKE_LEAD = (
    "Một tệp ZIP có thông tin cá nhân, hồ sơ đã soạn và đã nộp, lịch sử đăng nhập, thông "
    "báo và các tệp bạn đã gửi. Cần xác nhận lại mật khẩu; tối đa 5 lần một ngày."
)
PREPARE = "Chuẩn bị tệp"
PREPARING = "Đang kiểm tra…"
READY = "Tệp của bạn đã sẵn sàng. Đường tải dùng được trong 5 phút."
DOWNLOAD = "Tải về (ZIP)"
TOO_MANY = "Bạn đã tải đủ 5 lần trong một ngày. Có thể tải tiếp sau {until}."
NOT_TAKEN = "Chưa tải được vì đã quá 5 phút. Bấm Chuẩn bị tệp để làm lại."
CARE = "Tệp chứa dữ liệu riêng của bạn: đừng để lại trên máy dùng chung."
ARCHIVE = "du-lieu-cua-toi.zip"
ARCHIVE_NOTE_NAME = "doc-toi-truoc.txt"
ARCHIVE_NOTE = """Dữ liệu của bạn trên Cổng dịch vụ công

data.json có mọi thứ cổng đang giữ về bạn, máy đọc được:
  profile            thông tin cá nhân và nguồn xác minh
  dossiers           hồ sơ đã soạn, đã nộp, quá trình giải quyết
  sessions           những lần đăng nhập
  security_notices   thông báo bảo mật
  contact_changes    những lần đổi số điện thoại, email
  certificates       chứng thư số đã liên kết
  document_vault     kho giấy tờ điện tử
  documents          giấy tờ trong kho của bạn
  delegations        ủy quyền đã cho và đã nhận
  read_by_officers   những lần cán bộ xem dữ liệu của bạn
  files              danh sách tệp; is_packed = false là tệp không kèm theo
                     vì quá 200 MB, bạn tải từng tệp ở trang hồ sơ

Thư mục files có các tệp bạn đã gửi và kết quả bạn đã nhận, theo mã hồ sơ.
"""

CLOSE = "Đóng tài khoản"
CLOSE_LEAD = (
    "Đóng rồi không mở lại được. Cần lại dịch vụ thì bạn đăng ký tài khoản mới."
)
STAYS = "Phần được giữ lại"
STAYS_LINES = (
    "Hồ sơ đã nộp và kết quả: cơ quan phải lưu theo quy định về lưu trữ hồ sơ.",
    "Nhật ký hệ thống, không có tên hay số giấy tờ của bạn.",
)
GOES = "Phần bị xóa"
GOES_LINES = (
    "Thông tin cá nhân trong tài khoản, số điện thoại, email, mật khẩu.",
    "Bản nháp và tệp trong bản nháp.",
    "Ủy quyền, chứng thư số đã liên kết, mọi thiết bị đang đăng nhập.",
)
DRAFTS = "Bạn có {count} bản nháp sẽ bị xóa."
KEPT = "Bạn có {count} hồ sơ đã nộp được giữ lại."
UNFINISHED = (
    "Chưa đóng được tài khoản vì còn hồ sơ đang giải quyết hoặc chưa nhận kết quả:"
)
UNFINISHED_NEXT = "Nhận kết quả hoặc rút hồ sơ xong, bạn quay lại đây."
ASK_CODE = "Gửi mã xác thực cho tôi"
ASKING_CODE = "Đang gửi mã…"
CODE_SENT = "Mã xác thực đã gửi tới {shown}."
CODE_LABEL = "Mã xác thực"
CODE_HINT = "Gồm 6 số, dùng trong 5 phút"
WORD = "ĐÓNG TÀI KHOẢN"
WORD_LABEL = "Gõ {word} để xác nhận"
WORD_HINT = "Có dấu hay không dấu đều được"
CLOSE_NOW = "Đóng tài khoản của tôi"
CLOSED = "Tài khoản đã được đóng."
CODE_WAIT = "Vừa gửi nhiều mã. Bạn nhận được mã tiếp theo sau {until}."
FAULTS = {
    "dossiers_running": (
        "Còn hồ sơ đang giải quyết nên chưa đóng được. Chưa có gì bị xóa."
    ),
    "no_contact": "Tài khoản không có số điện thoại hay email để gửi mã.",
    "word_differs": "Gõ đúng ba chữ: ĐÓNG TÀI KHOẢN",
    "code_first": "Bấm “Gửi mã xác thực cho tôi” trước, rồi nhập mã",
}
