"""The letters that stand between figures (screens F2, F3)."""

MOMENT = "%H:%M ngày %d/%m/%Y"
DONG = "{amount} đ"
