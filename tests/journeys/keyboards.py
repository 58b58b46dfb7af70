"""How Vietnamese is typed: by composition on a phone, by Unikey's replacement."""

import unicodedata
from collections.abc import Iterator

from playwright.sync_api import CDPSession, Locator, Page

NAME = "Nguyễn Thị Ánh Tuyết"
PAUSE = 10  # milliseconds between keys; the name takes longer than the line does
DELAY = 300  # milliseconds of the line, there and back
# The line to the server is slow; what the page draws of its answers comes late.
SLOW_LINE = """((delay) => {
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    send(data) { setTimeout(() => this.readyState === 1 && super.send(data), delay); }
    set onmessage(hear) {
      super.onmessage = hear && ((event) => setTimeout(() => hear(event), delay));
    }
  };
})"""


def slow_line(page: Page) -> None:
    """Delay everything the socket carries, on every page opened from here on."""
    page.add_init_script(f"{SLOW_LINE}({DELAY // 2})")


def compose(page: Page, field: Locator, words: str = NAME) -> None:
    """Type as a phone's keyboard does: each word grows underlined, then is settled."""
    _clear(field)
    cdp: CDPSession = page.context.new_cdp_session(page)
    parts = words.split(" ")
    for place, word in enumerate(parts):
        for stage in _stages(word):
            cdp.send(
                "Input.imeSetComposition",
                {
                    "text": stage,
                    "selectionStart": len(stage),
                    "selectionEnd": len(stage),
                },
            )
            page.wait_for_timeout(PAUSE)
        space = " " if place < len(parts) - 1 else ""
        cdp.send("Input.insertText", {"text": word + space})
        page.wait_for_timeout(PAUSE)
    cdp.detach()


def replace(page: Page, field: Locator, words: str = NAME) -> None:
    """Type as Unikey does: a letter, then Backspace and the letter with its mark."""
    _clear(field)
    for letter in words:
        for place, shown in enumerate(_letter_stages(letter)):
            if place:
                page.keyboard.press("Backspace")
            page.keyboard.type(shown)  # a key, or text where no key has it
            page.wait_for_timeout(PAUSE)


def _clear(field: Locator) -> None:
    field.focus()
    field.press("Control+a")
    field.press("Delete")


def _stages(word: str) -> Iterator[str]:
    """Yield what stands underlined while the word is typed."""
    done = ""
    for letter in word:
        for shown in _letter_stages(letter):
            yield done + shown
        done += letter


def _letter_stages(letter: str) -> list[str]:
    """Return the letter bare, then with one mark after the other."""
    parts = unicodedata.normalize("NFD", letter)
    return [
        unicodedata.normalize("NFC", parts[:count])
        for count in range(1, len(parts) + 1)
    ]
