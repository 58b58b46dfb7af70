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
    const note = ({ target }) => {
      const { name } = target;
      if (!name || !target.matches?.(TYPED) || target.readOnly || target.closest("form")?.id !== form) return;
      const known = latest.current.values;
      if (!(name in known) && !name.startsWith("e.")) return;
      if ((known[name] ?? "") === target.value) settle(name);
      else {
        const held = { text: target.value, at: Date.now() };
        waiting.current.set(name, held);
        setUnkept(!store(keyOf(name), held));
        setTimeout(look, GRACE + 50);
      }
      look();
    };
    const online = () => setTimeout(send, GRACE);
    document.addEventListener("input", note, true);
    document.addEventListener("change", note, true);
    window.addEventListener("online", online);
    window.addEventListener("offline", look);
    return () => {
      document.removeEventListener("input", note, true);
      document.removeEventListener("change", note, true);
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
      const place = document.getElementById(form)?.elements.namedItem(field);
      if (isOld && place && place.value !== text && place !== document.activeElement) place.value = text;
    }
  });

  // What another tab wrote stands in a field nobody is typing in here: else the next
  // ‘go on’ of this tab would send the older words, and they would win.
  useEffect(() => {
    const before = shown.current;
    shown.current = values;
    if (!loaded) return;
    for (const [field, text] of Object.entries(values)) {
      const place = document.getElementById(form)?.elements.namedItem(field);
      if (!place || !(field in before) || before[field] === text || waiting.current.has(field)) continue;
      if (place.value === before[field] && place !== document.activeElement) place.value = text;
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
