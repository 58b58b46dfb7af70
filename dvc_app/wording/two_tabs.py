"""Words for a draft that is open in two places at once (R2)."""

CHANGED = "Bản nháp vừa được sửa ở nơi khác"
WHERE = "Khác ở: {fields}."
SAFE = "Những gì bạn gõ ở đây vẫn còn."
SHOW = "Xem bản mới"
SHOWN = "Đây là bản mới nhất của tờ khai."
MOST_NAMED = 3
MORE = "{fields} và {count} ô khác"
