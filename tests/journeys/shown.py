"""What a field of the page shows, asked in one go."""

from playwright.sync_api import Page

# A page may be left between two questions, so that one question asks for all.
SHOWN = """(name) => {
  const all = [...document.querySelectorAll(`main [name="${CSS.escape(name)}"]`)]
  const one = all[0]?.type === "radio" ? all.find((each) => each.checked) : all[0]
  return all.length ? (one?.value ?? "") : null
}"""


def shown(page: Page, field: str) -> str | None:
    """Return what the field shows; None where the page does not ask for it."""
    found: str | None = page.evaluate(SHOWN, field)
    return found
