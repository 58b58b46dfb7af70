// R1, R5: what is typed is kept on this device until the server has it, and the line
// by the buttons never says ‘saved’ of words that lie here only.
import { createElement as h, useEffect, useRef, useState } from "react";

const KEPT = "chua-gui:";
const GRACE = 2000; // ms an answer may take before the line says that it waits
const LONGEST = 30 * 86400000; // a draft nobody opened again
const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");

const attempt = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};
const store = (key, held) => !isShared() && attempt(() => (localStorage.setItem(key, JSON.stringify(held)), true), false);
const drop = (key) => attempt(() => localStorage.removeItem(key));
const stored = (draft) =>
  attempt(() => {
    const found = new Map();
    const before = `${KEPT}${draft}:`;
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(KEPT)) continue;
      const held = attempt(() => JSON.parse(localStorage.getItem(key)), null);
      if (!held || Date.now() - held.at > LONGEST) drop(key);
      else if (key.startsWith(before)) found.set(key.slice(before.length), { ...held, isOld: true });
    }
    return found;
  }, new Map());

const TYPED = "input:not([type=password], [type=file], [type=hidden], [type=checkbox]), textarea, select";
const list = (text) => (text ?? "").split(",").filter(Boolean);

// One field of the form, whatever it is drawn as. A tick names its field itself:
// data-tick; one among several is a list in the order of choosing, as the server keeps it.
const fieldOf = (form, field) => {
  const root = document.getElementById(form);
  if (!root) return null;
  const ticks = [...root.querySelectorAll(`input[data-tick="${CSS.escape(field)}"]`)];
  if (ticks.length) {
    const isList = ticks[0].dataset.many === "1";
    const on = ticks.filter(({ checked }) => checked);
    return {
      text: isList ? on.map(({ value }) => value).join(",") : on.length ? "yes" : ticks[0].dataset.off ?? "",
      isList,
      isBusy: false,
      put: (text) => ticks.forEach((one) => (one.checked = isList ? list(text).includes(one.value) : text === "yes")),
    };
  }
  // A commune is a code, and words that stand for it: its field writes both (address.jsx),
  // once it listens, which is after it was drawn.
  const code = root.querySelector(`input[type=hidden][name="${CSS.escape(field)}"]`);
  if (code) {
    const address = code.closest("fieldset");
    const tell = (text) => () => address.dispatchEvent(new CustomEvent("commune-kept", { detail: text }));
    const isBusy = !field.endsWith(".commune") || address.contains(document.activeElement);
    return { text: code.value, isList: false, isBusy, put: (text) => setTimeout(tell(text)) };
  }
  const place = root.elements.namedItem(field);
  if (!place) return null;
  const isBusy = place === document.activeElement;
  return { text: place.value, isList: false, isBusy, put: (text) => (place.value = text) };
};
const isSame = (place, text) =>
  place.isList ? list(place.text).sort().join() === list(text).sort().join() : place.text === text;

export const SavedLine = ({ draft, loaded, values: common, eform, taken, saved, lost, form, words, id, onKept }) => {
  const values = { ...common, ...eform };
  const waiting = useRef(new Map()); // field to {text, at}: not yet acknowledged
  const latest = useRef({});
  const shown = useRef({}); // the answers this page was last told of
  latest.current = { draft, values, lost, onKept };
  const [, redraw] = useState(0);
  const [unkept, setUnkept] = useState(false);
  const keyOf = (field) => `${KEPT}${latest.current.draft}:${field}`;
  const look = () => redraw((count) => count + 1);
  const settle = (field) => {
    waiting.current.delete(field);
    drop(keyOf(field));
  };
  const send = () => {
    for (const [field, { text, at }] of waiting.current)
      latest.current.onKept?.(latest.current.draft, field, text, new Date(at).toISOString());
  };

  useEffect(() => {
    const said = ({ target }) => {
      const { tick, many, off } = target.dataset ?? {};
      if (!tick) return target.matches?.(TYPED) && !target.readOnly ? [target.name, target.value] : [];
      if (!many) return [tick, target.checked ? "yes" : off ?? ""];
      const before = waiting.current.get(tick)?.text ?? latest.current.values[tick];
      const others = list(before).filter((one) => one !== target.value);
      return [tick, (target.checked ? [...others, target.value] : others).join(",")];
    };
    const note = (event) => {
      if (event.target.closest?.("form")?.id !== form) return;
      if (event.target.type === "checkbox" && event.type === "input") return; // its change follows
      // A commune is chosen, not typed: the field that shows it says so (address.jsx).
      const [name, text] = event.type === "commune-chosen" ? event.detail : said(event);
      if (!name) return;
      const known = latest.current.values;
      if (!(name in known) && !name.startsWith("e.")) return;
      if ((known[name] ?? "") === text) settle(name);
      else {
        const held = { text, at: Date.now() };
        waiting.current.set(name, held);
        setUnkept(!store(keyOf(name), held));
        setTimeout(look, GRACE + 50);
      }
      look();
    };
    const online = () => setTimeout(send, GRACE);
    document.addEventListener("input", note, true);
    document.addEventListener("change", note, true);
    document.addEventListener("commune-chosen", note, true);
    window.addEventListener("online", online);
    window.addEventListener("offline", look);
    return () => {
      document.removeEventListener("input", note, true);
      document.removeEventListener("change", note, true);
      document.removeEventListener("commune-chosen", note, true);
      window.removeEventListener("online", online);
      window.removeEventListener("offline", look);
    };
  }, []);

  // The next opening: what never arrived goes into its field, and out.
  useEffect(() => {
    if (!loaded || !draft) return;
    waiting.current = stored(draft);
    for (const [field, { text }] of waiting.current) {
      if ((values[field] ?? "") === text) {
        settle(field);
        continue;
      }
    }
    send();
    look();
  }, [loaded, draft]);

  // A field drawn later than the page takes its words when it appears.
  useEffect(() => {
    for (const [field, { text, isOld }] of waiting.current) {
      const place = isOld && fieldOf(form, field);
      if (place && !isSame(place, text) && !place.isBusy) place.put(text);
    }
  });

  // What another tab wrote stands in a field nobody is typing in here: else the next
  // ‘go on’ of this tab would send the older words, and they would win.
  useEffect(() => {
    const before = shown.current;
    shown.current = values;
    if (!loaded) return;
    for (const [field, text] of Object.entries(values)) {
      if (!(field in before) || before[field] === text || waiting.current.has(field)) continue;
      const place = fieldOf(form, field);
      if (place && isSame(place, before[field]) && !place.isBusy) place.put(text);
    }
  }, [common, eform, loaded]);

  // The server's copy is the acknowledgement.
  useEffect(() => {
    if (!loaded) return;
    for (const [field, { text }] of waiting.current) if ((values[field] ?? "") === text) settle(field);
    look();
  }, [common, eform, loaded]);
  useEffect(() => {
    for (const one of taken) {
      const [of, field, at] = JSON.parse(one);
      const held = waiting.current.get(field);
      if (of === draft && held && new Date(held.at).toISOString() === at) settle(field);
    }
    look();
  }, [taken]);
  useEffect(() => {
    if (lost) return;
    const timer = setTimeout(send, GRACE); // the line is back, and the socket's own queue first
    return () => clearTimeout(timer);
  }, [lost]);

  const held = [...waiting.current.values()];
  const isCut = lost || (typeof navigator !== "undefined" && navigator.onLine === false);
  const late = held.some(({ at }) => isCut || Date.now() - at > GRACE);
  const waits = late ? (unkept ? words.unkept : words.waiting) : "";
  const said = held.length ? waits : saved && `✓ ${saved}`;
  return h("span", { id, role: "status", className: held.length ? "saved saved--waiting" : "saved" }, said);
};
