"""Words of getting an account back (Khôi phục tài khoản)."""

TITLE = "Lấy lại tài khoản"
LEAD = (
    "Quên mật khẩu thì bạn xác nhận bằng một mã OTP rồi đặt mật khẩu mới. Bản nháp và "
    "hồ sơ của bạn vẫn được giữ nguyên."
)
NAME = "Tài khoản của bạn"
NAME_HINT = "Địa chỉ email, số CMT/CCCD hoặc số điện thoại đã đăng ký"
CHANNEL = "Gửi mã OTP tới"
BY_PHONE = "Số điện thoại đã đăng ký"
BY_EMAIL = "Địa chỉ email đã đăng ký"
SUBMIT = "Gửi mã OTP"
BUSY = "Đang gửi…"

CODE_HEADING = "Nhập mã OTP"
# One sentence whether there is such an account or not (AU-4).
SENT_BY_PHONE = "Mã xác thực đã được gửi qua số điện thoại: "
SENT_BY_EMAIL = "Mã xác thực đã được gửi qua địa chỉ email: "
SENT_SOMEWHERE = "Mã xác thực đã được gửi qua "
YOUR_PHONE = "số điện thoại đã đăng ký"
YOUR_EMAIL = "địa chỉ email đã đăng ký"
SENT = (
    "Thường tới trong vài giây. Sau một phút chưa thấy: bấm Gửi lại OTP, xem lại tên "
    "đã nhập, hoặc chọn cách khác."
)
FAILED = (
    "Lúc này nhiều tin chưa gửi được. Bạn chờ vài phút rồi bấm Gửi lại OTP, hoặc chọn "
    "phương thức xác thực khác."
)
OTHER_WAY = "Chọn phương thức xác thực khác"
RESENT = "Đã gửi lại. Mã cũ vẫn dùng được trong 5 phút của nó."
TOO_MANY = "Đã gửi nhiều mã. Bạn nhận được mã tiếp theo sau {until}."
GONE = "Lần xác nhận này đã kết thúc. Bạn làm lại từ đầu ở trang “Lấy lại tài khoản”"
START_OVER = "Làm lại từ đầu"

LOST = "Mất số điện thoại nhận OTP."
LOST_HEADING = "Không còn dùng số điện thoại đó?"
LOST_ID = "mat-so-dien-thoai"
LOST_LEAD = "Bạn vẫn lấy lại được tài khoản, bằng một trong ba cách:"
LOST_EMAIL = "Nhận mã qua email"
LOST_EMAIL_TEXT = (
    "Chọn “Địa chỉ email đã đăng ký” ở trên, nếu tài khoản của bạn có email."
)
LOST_NATIONAL = "Đăng nhập qua Cổng DVC Quốc gia"
LOST_NATIONAL_TEXT = "Vào được rồi, bạn đặt mật khẩu mới ngay sau đó."
LOST_COUNTER = "Tới Bộ phận Một cửa"
LOST_COUNTER_TEXT = (
    "Mang thẻ căn cước tới bất kỳ Bộ phận Một cửa nào của tỉnh. Cán bộ đối chiếu thẻ "
    "với bạn rồi in một mã dùng một lần; bạn nhập mã đó ở đây:"
)
LOST_PHONE = "Cần hướng dẫn, bạn gọi tổng đài: "

SLIP_HEADING = "Mã do cán bộ Một cửa cấp"
SLIP_LEAD = "Dùng khi bạn đã tới Bộ phận Một cửa và có phiếu in mã trong tay."
SLIP_NUMBER = "Số CMT/CCCD"
SLIP_CODE = "Mã trên phiếu"
SLIP_CODE_HINT = "8 ký tự, ví dụ ABCD-2345. Dùng trong 30 phút"
SLIP_SUBMIT = "Tiếp tục"
SLIP_BUSY = "Đang kiểm tra…"
SLIP_REFUSED = (
    "Số giấy tờ hoặc mã trên phiếu chưa đúng, hoặc phiếu đã quá 30 phút. Kiểm tra cả "
    "hai ô; cần phiếu mới thì hỏi cán bộ Một cửa"
)

PHONE_HEADING = "Số điện thoại của bạn bây giờ"
PHONE_LEAD = "Mã OTP được gửi tới số này; từ nay số này gắn với tài khoản."
PHONE = "Số điện thoại mới"
PHONE_HINT = "Số di động đang ở trong tay bạn"
WRONG_PHONE = "Sai số điện thoại? Sửa số"
PHONE_SUBMIT = "Gửi mã OTP"

LAST_TITLE = "Đặt mật khẩu mới"
LAST_LEAD = (
    "Bước cuối. Đặt xong, bạn vào thẳng tài khoản; mọi thiết bị khác bị đăng xuất, và "
    "một tin báo được gửi tới số điện thoại và email của bạn."
)
FINISH = "Đặt mật khẩu mới"
FINISH_BUSY = "Đang đặt mật khẩu…"

OFFICER_TITLE = "Cấp mã khôi phục tài khoản"
OFFICER_LEAD = (
    "Cho công dân mất điện thoại nhận mã, đang có mặt tại quầy với thẻ căn cước. Mã in "
    "ra dùng một lần, trong 30 phút. Việc cấp mã được ghi vào nhật ký dưới tên bạn."
)
OFFICER_NUMBER = "Số CMT/CCCD trên thẻ"
OFFICER_NUMBER_HINT = "Nhập từ thẻ đang cầm, không nhập theo lời đọc"
COMPARED = "Tôi đã đối chiếu thẻ căn cước với người đang đứng trước mặt"
OFFICER_SUBMIT = "Cấp mã"
OFFICER_BUSY = "Đang cấp mã…"
OFFICER_LIMIT = "Mỗi cán bộ cấp tối đa 20 mã trong 24 giờ."
NO_ACCOUNT = (
    "Số này chưa có tài khoản ở cổng của tỉnh. So lại với thẻ; nếu đúng, hướng dẫn "
    "công dân đăng ký tài khoản mới"
)
SLIP_TITLE = "Phiếu mã khôi phục tài khoản"
SLIP_FOR = "Dành cho người có số giấy tờ:"
SLIP_UNTIL = "Dùng một lần, tới {until}."
SLIP_HOW = "Cách dùng"
SLIP_STEPS = (
    "Mở cổng dịch vụ công của tỉnh, vào trang “Lấy lại tài khoản” ({path}).",
    "Chọn “Mã do cán bộ Một cửa cấp”, nhập số giấy tờ và mã trên phiếu này.",
    "Nhập số điện thoại mới, nhập mã OTP gửi tới số đó, rồi đặt mật khẩu mới.",
)
SLIP_KEEP = (
    "Không đưa phiếu này cho người khác. Dùng xong, bạn hủy phiếu. Mọi thiết bị cũ sẽ "
    "bị đăng xuất."
)
SLIP_HOTLINE = "Cần giúp, gọi tổng đài:"
SLIP_ONCE = "Phiếu chỉ hiện một lần: in ngay bây giờ (Ctrl + P), rồi bấm"
SLIP_BACK = "Cấp mã khác"
