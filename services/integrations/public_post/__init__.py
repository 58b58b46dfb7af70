"""The public post (bưu chính công ích) behind its port."""
