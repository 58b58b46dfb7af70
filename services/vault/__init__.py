"""The document vault (kho giấy tờ điện tử)."""
