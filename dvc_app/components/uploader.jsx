// Files over plain HTTP: progress, cancel, retry and resume, one at a time (R17, C12).
import { createElement as h, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { add, again, cancel, currentRows, dismiss, goOn, isOnTheWay, remove, revive, show, subscribe } from "./uploading.js";

const useRows = () => useSyncExternalStore(subscribe, currentRows, currentRows);
const named = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

const words_of = (row, words) =>
  ({
    preparing: words.preparing,
    waiting: words.waiting,
    sending: named(words.sending, row),
    done: words.checking,
    offline: words.offline,
    failed: words.failed,
    refused: words.problems[row.problem] ?? words.failed,
  })[row.state] ?? "";

const button = (label, onClick, css = "button--text", more = {}) =>
  h("button", { type: "button", className: `button ${css} button--small`, onClick, ...more }, label);

const one = (row, words) =>
  h(
    "li",
    { key: row.key, className: "file", "data-state": row.state },
    h(
      "span",
      { className: "grow" },
      row.name,
      row.state === "sending" && h("progress", { value: row.percent, max: 100, "aria-label": named(words.progress, row) }),
      h("span", { className: row.state === "refused" || row.state === "failed" ? "error small" : "small muted", role: "status" }, words_of(row, words)),
    ),
    (row.state === "failed" || row.state === "offline") && button(words.retry, () => again(row), "button--quiet"),
    row.state === "refused"
      ? button(words.dismiss, () => dismiss(row), "button--text", { "aria-label": `${words.dismiss}: ${row.name}` })
      : row.state !== "done" && button(words.cancel, () => cancel(row), "button--text", { "aria-label": `${words.cancel}: ${row.name}` }),
  );

// A file of which the server has a part, and this device nothing any more.
const half = (part, words, choose, wrong) =>
  h(
    "li",
    { key: part.id, className: "file", "data-state": "half" },
    h("span", { className: "grow" }, part.name, h("span", { className: "small muted" }, named(words.half, part)),
      wrong === part.id && h("span", { className: "error small", role: "alert" }, words.other_file)),
    button(named(words.choose_again, part), () => choose(part), "button--quiet button--long"),
    button(words.remove, () => remove(part.address), "button--text", { "aria-label": `${words.remove}: ${part.name}` }),
  );

// `known` lists what the server shows already: such a row is drawn there, not twice.
export const Uploader = ({ endpoint, words, label, accept, known, parts = [], multiple = true, shrinks = false, camera = false }) => {
  const all = useRows();
  const [picker, lens, target] = [useRef(null), useRef(null), useRef(null)];
  const [wrong, setWrong] = useState("");
  useEffect(() => void revive(endpoint), [endpoint]);
  useEffect(() => {
    for (const row of currentRows()) {
      if (row.endpoint === endpoint && row.state === "done" && known.includes(row.id)) show(row, { state: "gone" });
    }
  }, [known, endpoint, all]);
  const mine = all.filter((row) => row.endpoint === endpoint);
  const cut = parts.filter((part) => !mine.some((row) => row.id === part.id));
  const choose = (part) => {
    target.current = part;
    picker.current.click();
  };
  const pick = async (event) => {
    const files = [...event.target.files];
    const part = target.current;
    event.target.value = "";
    target.current = null;
    setWrong("");
    if (!part) add(files, endpoint, shrinks);
    else if (files[0] && !(await goOn(files[0], part, endpoint, shrinks))) setWrong(part.id);
  };
  const input = (ref, more) =>
    h("input", { ref, type: "file", hidden: true, tabIndex: -1, "aria-hidden": true, onChange: pick, ...more });
  return h(
    "div",
    { className: "uploader stack-s" },
    mine.length + cut.length > 0 &&
      h("ul", { className: "stack-s" }, cut.map((part) => half(part, words, choose, wrong)), mine.map((row) => one(row, words))),
    input(picker, { multiple, accept }),
    h("div", { className: "row" },
      h("button", { type: "button", className: "button button--quiet", "aria-label": label, onClick: () => ((target.current = null), picker.current.click()) },
        h("span", { className: "only-desk" }, words.pick_desk),
        h("span", { className: "only-phone" }, words.pick_phone),
      ),
      camera && input(lens, { accept: "image/*", capture: "environment" }),
      camera && h("button", { type: "button", className: "button button--text only-phone", onClick: () => lens.current.click() }, words.camera),
    ),
  );
};

// Stops the main button while files are on their way, and names them (R17).
export const InFlight = ({ form, place, words }) => {
  const all = useRows();
  const [asked, setAsked] = useState(0);
  const box = useRef(null);
  const waiting = all.filter((row) => row.endpoint.startsWith(place) && isOnTheWay(row));
  const count = useRef(0);
  count.current = waiting.length;
  useEffect(() => {
    const stop = (event) => {
      if (event.target.id !== form || count.current === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setAsked((times) => times + 1);
    };
    window.addEventListener("submit", stop, true);
    return () => window.removeEventListener("submit", stop, true);
  }, [form]);
  useEffect(() => {
    if (asked) box.current?.focus();
  }, [asked]);
  useEffect(() => {
    if (waiting.length === 0) setAsked(0);
  }, [waiting.length]);
  if (!asked || waiting.length === 0) return null;
  return h(
    "div",
    { ref: box, tabIndex: -1, role: "alert", className: "notice notice--warn" },
    h("b", null, words.in_flight),
    h("ul", { className: "plain-list" }, waiting.map((row) => h("li", { key: row.key }, `“${row.name}” – ${words_of(row, words)}`))),
    h("p", { className: "small" }, words.in_flight_do),
  );
};
