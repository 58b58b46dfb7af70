"""How papers travel (nhận kết quả): at a counter, by post, collected at home."""
