"""The main button of a PostForm; the form says in CSS whether it is being sent."""

import reflex as rx


def post_button(words: str, busy_words: str, css: str = "button") -> rx.Component:
    """Return the button; it names what it is doing (R6)."""
    return rx.el.button(
        rx.el.span(words, class_name="when-idle"),
        rx.el.span(busy_words, class_name="when-busy"),
        type="submit",
        class_name=css,
    )
