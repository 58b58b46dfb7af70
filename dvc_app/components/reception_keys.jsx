// One-letter shortcuts of the reception: never while typing, and they may be switched off.
import { createElement as h, useEffect, useRef, useState } from "react";

const KEPT = "phim-tat";
const TAB = "the-thanh-phan";
const DETAILS = "the-chi-tiet";
const kept = () => {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
};
const cards = () => [...document.querySelectorAll(".check[data-paper]")];
const current = () => document.querySelector(".check[data-current]");

// The paper one works on: marked, in sight, its file in the viewer.
const stand = (card) => {
  if (!card) return;
  cards().forEach((one) => one.toggleAttribute("data-current", one === card));
  card.scrollIntoView({ block: "center" });
  card.querySelector(".file-button")?.click();
};
// The first paper that still waits for a verdict.
const open = (list) => list.find((one) => one.querySelector(".segmented") && !one.querySelector(".segmented input:checked"));
// A first press shows the papers; nothing is judged that was not in sight.
const shown = () => {
  const tab = document.getElementById(TAB);
  const hidden = tab?.getAttribute("aria-selected") !== "true";
  if (hidden) tab?.click();
  if (hidden || !current()) setTimeout(() => stand(current() ?? open(cards()) ?? cards()[0]), 0);
  return !hidden && Boolean(current());
};
// The office's own part: the first press shows it, the second takes it upon oneself.
const office = () => {
  const tab = document.getElementById(DETAILS);
  const hidden = tab?.getAttribute("aria-selected") !== "true";
  if (hidden) tab?.click();
  const tick = document.getElementById("office_part");
  if (!hidden && tick && !tick.checked) tick.click();
  setTimeout(() => document.getElementById("office_part")?.scrollIntoView({ block: "center" }), 0);
};
const step = (by) => {
  const list = cards();
  stand(list[Math.min(Math.max(list.indexOf(current()) + by, 0), list.length - 1)]);
};
const judge = (css) => {
  const card = current();
  const choice = card?.querySelector(`.segmented .${css} input`);
  if (!choice) return stand(open(cards()));
  choice.click();
  if (css === "bad") {
    setTimeout(() => card.querySelector("select.reason")?.focus(), 400);
    return;
  }
  const list = cards();
  stand(open(list.slice(list.indexOf(card) + 1)));
};

export const ReceptionKeys = ({ words, keys }) => {
  const [off, setOff] = useState("");
  const dialog = useRef(null);
  useEffect(() => setOff(kept()), []);
  useEffect(() => {
    if (off) return;
    const press = (event) => {
      const aim = event.target;
      const typing = aim.closest?.("textarea, select, [contenteditable], dialog") || (aim.matches?.("input") && !["radio", "checkbox"].includes(aim.type));
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const acts = {
        d: () => shown() && judge("good"),
        c: () => shown() && judge("bad"),
        j: () => shown() && step(1),
        k: () => shown() && step(-1),
        x: () => shown() && stand(current()),
        p: office,
        t: () => document.getElementById("nut-tiep-nhan")?.click(),
        n: () => document.getElementById("nut-tiep-theo")?.click(),
        "?": () => dialog.current?.showModal(),
      };
      if (!acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [off]);
  const keep = (event) => {
    const value = event.target.checked ? "" : "off";
    setOff(value);
    try {
      localStorage.setItem(KEPT, value);
    } catch {
      /* private windows may refuse; the choice then lasts as long as the page */
    }
  };
  return h(
    "div",
    { className: "keys only-desk" },
    h("button", { type: "button", className: "button button--text button--small", onClick: () => dialog.current?.showModal() }, words.open),
    h(
      "dialog",
      { ref: dialog, className: "card stack", "aria-labelledby": "phim-tat-ten" },
      h("h2", { id: "phim-tat-ten" }, words.title),
      h("dl", { className: "facts" }, keys.flatMap(([key, text]) => [h("dt", { key }, h("kbd", null, key)), h("dd", { key: `${key}-` }, text)])),
      h("label", { className: "tick" }, h("input", { type: "checkbox", checked: !off, onChange: keep }), words.on),
      h("button", { type: "button", className: "button button--quiet", onClick: () => dialog.current?.close() }, words.close),
    ),
  );
};
