"""Walks through the pages of the sandbox's identity providers, as a browser does."""

from types import TracebackType
from typing import Self

import httpx

PASSWORD = "Thu-nghiem-2026"


class ProviderVisit:
    """One browser at a provider; it keeps the provider's cookie between journeys."""

    def __init__(self, sandbox_url: str) -> None:
        self.http = httpx.Client(base_url=sandbox_url, trust_env=False)
        self.sandbox_url = sandbox_url

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.http.close()

    def arrive(self, authorize_url: str) -> str:
        """Follow the portal's address; return the path of the first page."""
        answer = self.http.get(authorize_url)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    def sign_in(self, authorize_url: str, number: str) -> str:
        """Sign in by SmartCA, which asks nothing but a press; return the consent page."""
        page = self.arrive(authorize_url)
        form = {"way": "smart-ca", "username": number}
        confirm = self.press(page, form)
        return self.press(confirm, {"decision": "agree"})

    def come_back(
        self, authorize_url: str, number: str, **decision: str
    ) -> httpx.QueryParams:
        """Sign in and agree, unless told otherwise; return what the portal is told."""
        consent = self.sign_in(authorize_url, number)
        back = self.press(consent, {"decision": "agree", **decision})
        return httpx.URL(back).params

    def press(self, page: str, form: dict[str, str]) -> str:
        """Send the form of a page; return where the browser is sent."""
        answer = self.http.post(page, data=form)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def letters(self, sign_in_page: str) -> str:
        """Look at a new picture, and return its letters."""
        picture = sign_in_page.replace("/sign-in/", "/picture/")
        assert self.http.get(f"{picture}.png").headers["Content-Type"] == "image/png"
        letters: str = self.http.get(f"{picture}.json").json()["letters"]
        return letters
