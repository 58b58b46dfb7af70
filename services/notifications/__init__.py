"""Notifications (thông báo): in the portal, by message, by mail."""
