// The desk in the browser: tabs by arrow keys, row menus that close, shortcuts.
import { Children, createElement as h, useEffect, useRef, useState } from "react";

// Tabs after the ARIA pattern. Every panel stays mounted: what was typed is kept,
// and a link to a fault opens the tab it lies in.
export const Tabs = ({ tabs, label, children }) => {
  const [open, setOpen] = useState(tabs[0]?.id);
  const box = useRef(null);
  const panels = Children.toArray(children);
  useEffect(() => {
    const follow = (event) => {
      const link = event.target.closest?.("a[href*='#']");
      if (link?.pathname !== window.location.pathname) return;
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const panel = target?.closest('[role="tabpanel"]');
      if (!panel || !box.current?.contains(panel)) return;
      event.preventDefault();
      setOpen(panel.id.replace("phan-", ""));
      const details = target.closest("details");
      if (details) details.open = true;
      setTimeout(() => {
        target.scrollIntoView({ block: "center" });
        (target.matches("input, select, textarea, button") ? target : (target.querySelector("input, select, textarea, button") ?? target)).focus();
      }, 50);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
  // On a phone the row of tabs is wider than the screen: the open one is in sight.
  useEffect(() => {
    document.getElementById(`the-${open}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [open]);
  const move = (event, place) => {
    const steps = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = tabs[(steps[event.key] + tabs.length) % tabs.length];
    setOpen(next.id);
    document.getElementById(`the-${next.id}`)?.focus();
  };
  return h(
    "div",
    { ref: box, className: "stack" },
    h(
      "div",
      { className: "tabs", role: "tablist", "aria-label": label },
      tabs.map((tab, place) =>
        h(
          "button",
          {
            key: tab.id,
            id: `the-${tab.id}`,
            type: "button",
            role: "tab",
            "aria-selected": tab.id === open,
            "aria-controls": `phan-${tab.id}`,
            tabIndex: tab.id === open ? 0 : -1,
            onClick: () => setOpen(tab.id),
            onKeyDown: (event) => move(event, place),
          },
          tab.label,
          tab.note && h("span", { className: "count" }, ` (${tab.note})`),
        ),
      ),
    ),
    tabs.map((tab, place) =>
      h(
        "div",
        { key: tab.id, id: `phan-${tab.id}`, role: "tabpanel", "aria-labelledby": `the-${tab.id}`, hidden: tab.id !== open, tabIndex: -1 },
        panels[place],
      ),
    ),
  );
};

// One open menu at a time; it closes on Escape and on a press elsewhere.
export const RowMenus = ({ selector }) => {
  useEffect(() => {
    const close = (but) => document.querySelectorAll(`${selector}[open]`).forEach((menu) => menu !== but && (menu.open = false));
    const press = (event) => close(event.target.closest?.(selector));
    const escape = (event) => {
      const menu = event.key === "Escape" && document.querySelector(`${selector}[open]`);
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    document.addEventListener("click", press);
    document.addEventListener("keydown", escape);
    return () => (document.removeEventListener("click", press), document.removeEventListener("keydown", escape));
  }, [selector]);
  return null;
};

const KEPT = "phim-tat";
const kept = () => {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
};

// Shortcuts of one letter: never while typing, and they may be switched off.
export const DeskKeys = ({ rows, search, words, keys }) => {
  const [off, setOff] = useState("");
  const dialog = useRef(null);
  useEffect(() => setOff(kept()), []);
  useEffect(() => {
    if (off) return;
    const press = (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable], dialog");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...document.querySelectorAll(rows)];
      const row = document.activeElement?.closest?.("tr");
      const here = links.findIndex((link) => link === document.activeElement || link.closest("tr") === row);
      const acts = {
        "/": () => document.getElementById(search)?.focus(),
        "?": () => dialog.current?.showModal(),
        j: () => links[Math.min(here + 1, links.length - 1)]?.focus(),
        k: () => links[Math.max(here - 1, 0)]?.focus(),
        x: () => links[here]?.closest("tr")?.querySelector("input[type=checkbox]")?.click(),
      };
      acts.ArrowDown = here < 0 ? undefined : acts.j; // else the page scrolls as ever
      acts.ArrowUp = here < 0 ? undefined : acts.k;
      if (!acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [off, rows, search]);
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
