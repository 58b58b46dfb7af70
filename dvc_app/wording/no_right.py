"""Words of the page for somebody who may not open what they asked for."""

TITLE = "Không có quyền"
HEADING = "Tài khoản này không mở được trang vừa chọn"
WHAT = "Không có gì bị thay đổi. Trang đó dành cho vai trò hoặc loại tài khoản khác."
NEXT = (
    "Cán bộ có nhiều vai trò thì đổi vai trò ở tên mình, góc trên. Người dân dùng các mục "
    "ở trình đơn. Cần giúp, gọi tổng đài ở cuối trang."
)
HOME = "Về trang chủ"
POSTS = "Đổi vai trò, đơn vị"
