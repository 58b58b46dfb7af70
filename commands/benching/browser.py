"""What a person in a browser waits for, and what the network carries."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import click
from playwright.sync_api import Browser, Page, sync_playwright

from commands.benching.figures import Timings

SETTLED_MS = 400  # after the network is idle, the last answers are drawn
PATIENCE_MS = 20_000
# Runs in the page, so that no driver's round trip is measured.
PRESS = """async ({field, text, button, done}) => {
  const seen = (find) => new Promise((resolve) => {
    const look = () => { const at = find(); if (at) { watch.disconnect(); resolve(at); } };
    const watch = new MutationObserver(look);
    watch.observe(document.body,
      {childList: true, subtree: true, characterData: true, attributes: true});
    look();
  });
  const pressed = await seen(() => document.querySelector(button));
  if (field) document.querySelector(field).value = text;
  const began = performance.now();
  pressed.click();
  await seen(() => !(field && document.querySelector(field)) &&
    [...document.querySelectorAll(done)].some((at) => at.innerText.includes(text)));
  return {answer: performance.now() - began, whole: performance.now()};
}"""
LOOK_UP = {
    "field": "main input[name=ma]",
    "button": "main form button[type=submit]",
    "done": "main",
}
EMPTY_PRESS = {"field": "", "button": "#press", "done": "#answer"}


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, url: str, cookie: str = "") -> Iterator[Page]:
    """Return an empty page of somebody who was never here."""
    context = browser.new_context(locale="vi-VN")
    context.set_default_timeout(PATIENCE_MS)
    if cookie:
        context.add_cookies([{"name": "dvc", "value": cookie, "url": url}])
    yield context.new_page()
    context.close()


def first_visit_bytes(browser: Browser, url: str, path: str, cookie: str) -> int:
    """Return the bytes that came, as they were carried, headers too."""
    with visit(browser, url, cookie) as page:
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        came: list[float] = []

        def count(event: dict[str, Any]) -> None:  # Any: the browser's JSON
            came.append(float(event["encodedDataLength"]))

        network.on("Network.loadingFinished", count)
        page.goto(url + path, wait_until="networkidle")
        page.wait_for_timeout(SETTLED_MS)
        if urlsplit(page.url).path.rstrip("/") != path.rstrip("/"):
            raise click.ClickException(f"{path} led to {page.url}")
        return int(sum(came))


def look_up_presses(
    browser: Browser, url: str, path: str, cookie: str, codes: Sequence[str]
) -> Timings:
    """Return the times from the press to the dossier on the screen."""
    with visit(browser, url, cookie) as page:
        times = []
        for code in codes:
            page.goto(url + path)
            page.wait_for_selector(LOOK_UP["field"])
            times.append(page.evaluate(PRESS, LOOK_UP | {"text": code})["answer"])
        return Timings(tuple(times), sum(times) / 1000)


def empty_presses(browser: Browser, url: str, count: int) -> Timings:
    """Return the times from the press to the new number on the screen."""
    with visit(browser, url) as page:
        page.goto(url)
        wanted = [EMPTY_PRESS | {"text": str(turn + 1)} for turn in range(count)]
        times = [page.evaluate(PRESS, one)["answer"] for one in wanted]
        return Timings(tuple(times), sum(times) / 1000)


def load_to_answer(
    browser: Browser, url: str, path: str, press: dict[str, str], cookie: str = ""
) -> float:
    """Return the milliseconds from an address typed to the first answer shown."""
    with visit(browser, url, cookie) as page:
        page.goto(url + path, wait_until="commit")
        page.wait_for_selector("main")
        return float(page.evaluate(PRESS, press)["whole"])
