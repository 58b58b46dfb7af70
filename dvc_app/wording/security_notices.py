"""Words of what happened to an account (thông báo bảo mật)."""

# Kind of a notice → its sentence. When it happened stands beside it.
SENTENCES = {
    "password_changed": "Mật khẩu của tài khoản đã được đổi.",
    "new_device": "Tài khoản đã đăng nhập trên một thiết bị mới.",
    "phone_changed": "Số điện thoại của tài khoản đã được đổi.",
    "email_changed": "Địa chỉ email của tài khoản đã được đổi.",
    "account_recovered": "Tài khoản đã được lấy lại bằng một mật khẩu mới.",
    "delegation_given": "Bạn đã ủy quyền cho người khác làm thay.",
    "delegation_revoked": "Một ủy quyền đã được hủy.",
    "factor_reset": "Xác thực hai bước của tài khoản đã được đặt lại.",
    "account_closed": "Tài khoản đã được đóng.",
    "identity_linked": "Một tài khoản định danh đã được liên kết để đăng nhập.",
    "recovery_code_used": "Một mã khôi phục đã được dùng để đăng nhập.",
    "post_borrowed": "Bạn được một cán bộ ủy quyền làm thay.",
}
# Fact of a notice → its label.
FACTS = {
    "device": "Thiết bị",
    "name": "Người được ủy quyền",
    "until": "Đến hết ngày",
    "old": "Trước đây",
    "new": "Hiện nay",
    "provider": "Nơi cấp",
    "lender": "Người ủy quyền",
    "left": "Số mã khôi phục còn lại",
}
NOT_ME = (
    "Nếu không phải bạn làm: đổi mật khẩu ngay, đăng xuất các thiết bị lạ, "
    "rồi gọi tổng đài."
)
