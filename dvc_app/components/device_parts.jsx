// What the portal keeps on a person's device: the shell for a cut line, the list of
// dossiers last seen, never a document; on a shared device nothing (R5, R37, R38, C27).
import { createElement as h, useEffect, useState } from "react";
import { useLocation } from "react-router";

const SEEN = "ho-so-da-xem";
const UNSENT = "chua-gui:";
const OWNER = "chu-may";
const MOST = 20;
const CALM = 4000; // ms after loading, so that the first visit is not slowed (R35)

const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const attempt = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise; // a private window refuses storage; nothing depends on it
  }
};

// Everything here that belongs to one person; preferences of the device stay.
export const forgetPerson = () =>
  attempt(() => {
    for (const key of Object.keys(localStorage))
      if (key === SEEN || key === OWNER || key.startsWith(UNSENT)) localStorage.removeItem(key);
  });

// Tells two people apart without writing a name down.
const mark = (name) => {
  let sum = 2166136261;
  for (const sign of name) sum = Math.imul(sum ^ sign.codePointAt(0), 16777619);
  return (sum >>> 0).toString(36);
};

const serve = (worker) => {
  if (!isShared()) navigator.serviceWorker?.register(worker, { updateViaCache: "none" }).catch(() => {});
};

// Stands in the frame of every page: serves the shell, forgets who signed out.
export const DeviceKeeper = ({ worker, person, doors }) => {
  useEffect(() => {
    let timer = 0;
    const begin = () => (timer = setTimeout(serve, CALM, worker));
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
    const gone = ({ detail }) => doors.includes(detail.action) && forgetPerson();
    window.addEventListener("post-go", gone);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("load", begin);
      window.removeEventListener("post-go", gone);
    };
  }, []);
  useEffect(() => {
    if (!person) return; // not known yet, or a session that ran out: kept for its owner
    attempt(() => {
      const before = localStorage.getItem(OWNER);
      if (isShared() || (before && before !== mark(person))) forgetPerson();
      if (!isShared()) localStorage.setItem(OWNER, mark(person));
    });
  }, [person]);
  return null;
};

// Notes code, short name and status of the dossiers a page shows.
export const SeenDossiers = ({ rows }) => {
  useEffect(() => {
    const shown = rows.filter((row) => row.code);
    if (!shown.length || isShared()) return;
    attempt(() => {
      const before = JSON.parse(localStorage.getItem(SEEN) ?? "[]");
      const codes = new Set(shown.map((row) => row.code));
      const now = shown.map(({ code, procedure, label, sentence }) => ({
        code,
        name: procedure,
        status: [label, sentence].filter(Boolean).join(". "),
        at: Date.now(),
      }));
      const kept = [...now, ...before.filter((row) => !codes.has(row.code))].slice(0, MOST);
      localStorage.setItem(SEEN, JSON.stringify(kept));
    });
  }, [rows]);
  return null;
};

const APPS = [
  ["zalo", /Zalo/i],
  ["messenger", /MessengerForiOS|MessengerLite|Orca-Android|FB_IAB\/MESSENGER|FBAN\/Messenger/i],
  ["instagram", /Instagram/i],
  ["facebook", /FBAN|FBAV|FB_IAB/],
  ["tiktok", /TikTok|musical_ly|BytedanceWebview|trill_/i],
];
const inApp = () => APPS.find(([, sign]) => sign.test(navigator.userAgent))?.[0] ?? "";

// Android opens the browser from a link of its own kind; elsewhere the link is copied.
const leaving = (address) =>
  /Android/.test(navigator.userAgent) && address.startsWith("https:")
    ? `intent://${address.slice(8)}#Intent;scheme=https;action=android.intent.action.VIEW;end`
    : "";

// R37: before signing in, sending a file, paying or fetching a paper inside another app.
export const InAppNote = ({ paths, apps, how, words }) => {
  const { pathname } = useLocation();
  const [app, setApp] = useState("");
  const [stays, setStays] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setApp(inApp()), []);
  if (!app || stays || !paths.some((path) => new RegExp(path).test(pathname))) return null;
  const address = window.location.href;
  const away = leaving(address);
  const copy = async () => {
    const link = document.getElementById("lien-ket-tiep");
    link.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      setCopied(attempt(() => document.execCommand("copy"), false));
    }
  };
  return h(
    "aside",
    { className: "notice notice--warn stack frame in-app", "aria-labelledby": "trong-ung-dung" },
    h("b", { id: "trong-ung-dung" }, words.title.replace("{app}", apps[app])),
    h("p", null, words.why),
    h("p", null, how[app]),
    h(
      "label",
      { className: "small field" },
      h("span", null, words.link),
      h("input", { id: "lien-ket-tiep", readOnly: true, defaultValue: address, onFocus: (event) => event.target.select() }),
    ),
    h(
      "div",
      { className: "row" },
      away && h("a", { href: away, className: "button" }, words.open),
      h("button", { type: "button", className: away ? "button button--quiet" : "button", onClick: copy }, words.copy),
      h("button", { type: "button", className: "button button--text", onClick: () => setStays(true) }, words.stay),
    ),
    h("p", { role: "status", className: "small" }, copied ? words.copied : ""),
  );
};
