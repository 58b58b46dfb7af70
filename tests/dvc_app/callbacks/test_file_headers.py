"""A private file may stand in a frame of the portal's own pages, and nowhere else."""

import pytest

from dvc_app.callbacks.files import sent


@pytest.mark.parametrize("media_type", ["application/pdf", "image/jpeg", "text/html"])
def test_a_file_is_framed_by_its_own_origin_only(media_type: str) -> None:
    headers = sent(b"content", media_type, "inline").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cache-control"] == "private, no-store"


def test_only_a_pdf_leaves_the_sandbox_for_the_browser_s_reader() -> None:
    pdf = sent(b"content", "application/pdf", "inline").headers
    other = sent(b"content", "image/png", "inline").headers
    assert "sandbox" not in pdf["content-security-policy"]
    assert "sandbox" in other["content-security-policy"]
