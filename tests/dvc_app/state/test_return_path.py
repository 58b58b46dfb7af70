"""Where a person goes on: kept through every hop, and never out of the portal."""

import pytest

from dvc_app import routes
from dvc_app.state.return_path import next_path, with_next


def test_the_way_on_survives_a_hop_from_page_to_page() -> None:
    path = "/nop-ho-so?thu-tuc=1.001193"
    address = with_next(routes.SIGN_IN, path)
    assert address == "/dang-nhap?tiep=%2Fnop-ho-so%3Fthu-tuc%3D1.001193"
    assert with_next("/dang-ky?nhom=co-quan", path).startswith(
        "/dang-ky?nhom=co-quan&tiep=%2Fnop-ho-so"
    )
    assert next_path({"tiep": path}) == path


def test_without_a_way_on_the_address_stays_plain() -> None:
    assert with_next(routes.SIGN_IN, "/") == routes.SIGN_IN
    assert next_path({}, routes.DESK) == routes.DESK


@pytest.mark.parametrize(
    "given", ["//example.vn", "https://example.vn", "/\\example.vn", "javascript:1"]
)
def test_an_address_elsewhere_is_forgotten(given: str) -> None:
    assert next_path({"tiep": given}) == "/"
