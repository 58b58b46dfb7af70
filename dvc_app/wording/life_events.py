"""Words of life events (C01) and of interlinked dossiers."""

TITLE = "Việc trong đời"
HOME = "Trang chủ"
AT_ONCE = "Làm tất cả trong một lần"
AT_ONCE_HINT = (
    "Khai một tờ khai. Mỗi thủ tục vẫn là một hồ sơ riêng, có mã và trạng thái riêng, "
    "nhưng bạn không phải khai lại và không phải đi nhiều nơi."
)
STEPS = "Từng việc một"
STEPS_ALONE = "Những việc cần làm"
KEEP = "Nên có sẵn"
FILED_ELSEWHERE = "nộp riêng thì qua Cổng Dịch vụ công quốc gia"
NOT_FOUND = "Không có trang này"
NOT_FOUND_HINT = "Địa chỉ có thể đã đổi. Tìm thủ tục theo tên ở trang chủ."
OTHERS = "Việc khác trong đời"

LEGS = "Các thủ tục trong hồ sơ này"
LEGS_HINT = (
    "Bạn khai một lần; mỗi thủ tục là một hồ sơ riêng. Thủ tục sau tự bắt đầu khi thủ "
    "tục trước có kết quả, bạn không phải làm gì thêm."
)
LEG_WAITING = "Chờ thủ tục trước có kết quả"
LEG_WAITING_HINT = "Sẽ tự bắt đầu sau khi xong: {names}."
LEG_DROPPED = "Không thực hiện"
LEG_DROPPED_HINT = (
    "Thủ tục trước kết thúc mà không có kết quả. Bạn có thể nộp riêng thủ tục này khi "
    "đủ giấy tờ."
)
LEG_OPEN = "Xem hồ sơ {code}"
PART_OF = "Thuộc hồ sơ liên thông {code}"
