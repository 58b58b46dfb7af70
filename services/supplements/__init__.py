"""Supplements (bổ sung hồ sơ): what the office asks for, and the answer."""
