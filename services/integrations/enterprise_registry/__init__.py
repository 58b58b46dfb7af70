"""The enterprise registry (CSDL quốc gia về đăng ký doanh nghiệp) behind its port."""
