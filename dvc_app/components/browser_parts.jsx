// The few things a page cannot say in Python: focus, preferences, native posts.
import { createElement as h, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

// A link into the page itself moves focus too; the router would change the address
// only, and drop its query on the way.
const CONTROL = "input:not([hidden], [type=hidden]), select, textarea, button";
const follow = (event) => {
  const link = event.target.closest?.("a[href*='#']");
  const name = link?.pathname === window.location.pathname ? decodeURIComponent(link.hash.slice(1)) : "";
  const target = name ? document.getElementById(name) : null;
  if (!target || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const place = target.matches(`${CONTROL}, [tabindex]`) ? target : (target.querySelector(CONTROL) ?? target);
  target.scrollIntoView({ block: "nearest" });
  place.focus();
};

// R27: a changed page puts focus on its heading, as a full page load would.
let shownPath = null; // outlives the page: each route mounts parts of its own
export const RouteFocus = () => {
  const { pathname } = useLocation();
  useEffect(() => {
    const isFirst = shownPath === null || shownPath === pathname;
    shownPath = pathname;
    if (isFirst) return;
    let tries = 0;
    let focused = null;
    const timer = setInterval(() => {
      const heading = document.querySelector("main h1");
      if (++tries > 60) clearInterval(timer);
      // A heading drawn anew once the page has loaded takes the focus it lost.
      const kept = focused && document.activeElement !== document.body;
      if (!heading || heading === focused || kept) return;
      if (!focused) window.scrollTo(0, 0);
      focused = heading;
      heading.setAttribute("tabindex", "-1");
      heading.focus({ preventScroll: true });
    }, 50);
    return () => clearInterval(timer);
  }, [pathname]);
  useEffect(() => {
    document.addEventListener("click", follow, true);
    return () => document.removeEventListener("click", follow, true);
  }, []);
  return null;
};

// R9: when the error box appears or changes it takes focus, and the title says so.
export const FocusOnChange = ({ watch, target, prefix }) => {
  useEffect(() => {
    const title = document.title.replace(prefix, "");
    document.title = watch ? prefix + title : title;
    if (watch) document.getElementById(target)?.focus();
  }, [watch]);
  return null;
};

// Leads to what is being drawn: a row just added, or the group to mend.
export const LeadTo = ({ mark, target }) => {
  useEffect(() => {
    if (!mark) return;
    let tries = 0;
    const timer = setInterval(() => {
      const place = document.getElementById(target);
      if (place || ++tries > 60) clearInterval(timer);
      place?.focus();
      place?.scrollIntoView({ block: "nearest" });
    }, 50);
    return () => clearInterval(timer);
  }, [mark]);
  return null;
};

const kept = (key) => {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};
// A device of the one-stop hall: large type, and nothing kept (C27).
const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const apply = (text, contrast) => {
  document.documentElement.dataset.text = text;
  document.documentElement.dataset.contrast = contrast;
};

// R29: size of text and contrast, remembered on this device only.
export const Preferences = ({ smaller, normal, larger, contrast }) => {
  const [text, setText] = useState("");
  const [high, setHigh] = useState("");
  useEffect(() => {
    setText(kept("text") || (isShared() ? "large" : ""));
    setHigh(kept("contrast"));
  }, []);
  useEffect(() => apply(text, high), [text, high]);
  const keep = (key, set) => (value) => {
    set(value);
    try {
      if (!isShared()) localStorage.setItem(key, value);
    } catch {
      /* private windows may refuse; the choice then lasts as long as the page */
    }
  };
  const size = (value, words, sign) =>
    h(
      "button",
      { type: "button", "aria-label": words, title: words, "aria-pressed": text === value, onClick: () => keep("text", setText)(value) },
      sign,
    );
  return h(
    "div",
    { className: "preferences" },
    size("small", smaller, "A−"),
    size("", normal, "A"),
    size("large", larger, "A+"),
    h(
      "button",
      { type: "button", "aria-pressed": high === "high", onClick: () => keep("contrast", setHigh)(high === "high" ? "" : "high") },
      contrast,
    ),
  );
};

// A form sent over plain HTTP, because only an HTTP answer can set a cookie.
// The server answers {go} or {problems: [[field, sentence]…], note}.
// {done: true, …} leaves the person on the page: `onDone`, and "post-done" for parts.
// Forms under way: the answer may bring the new cookie, so nothing reloads before it.
let posting = 0;

export const PostForm = ({ action, children, heading, failed, className, id, onDone }) => {
  const [problems, setProblems] = useState([]);
  const [busy, setBusy] = useState(false);
  const box = useRef(null);
  const form = useRef(null);
  useEffect(() => {
    if (problems.length) box.current?.focus();
    for (const field of form.current?.elements ?? []) {
      const wrong = problems.some(([name]) => name && name === field.name);
      if (field.name) field.setAttribute("aria-invalid", wrong ? "true" : "false");
      field.closest?.(".field")?.classList.toggle("field--error", wrong);
      const fault = field.name && document.getElementById(`${field.name}-loi`);
      if (fault) fault.textContent = problems.find(([name]) => name === field.name)?.[1] ?? "";
    }
  }, [problems]);
  const send = async (event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    posting += 1;
    try {
      const answer = await fetch(action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form.current, event.nativeEvent.submitter)),
        headers: { accept: "application/json" },
      });
      const said = await answer.json();
      if (said.go) {
        window.dispatchEvent(new CustomEvent("post-go", { detail: { action } }));
        window.location.assign(said.go);
        return;
      }
      if (said.done) {
        form.current?.reset();
        setProblems([]);
        setBusy(false);
        window.dispatchEvent(new CustomEvent("post-done", { detail: said }));
        posting -= 1;
        onDone?.();
        return;
      }
      setProblems(said.problems?.length ? said.problems : [["", failed]]);
      window.dispatchEvent(new CustomEvent("post-refused", { detail: said }));
    } catch {
      setProblems([["", failed]]);
    }
    posting -= 1;
    setBusy(false);
  };
  const jump = (name) => (event) => {
    event.preventDefault();
    form.current?.elements.namedItem(name)?.focus();
  };
  return h(
    "form",
    { ref: form, action, method: "post", onSubmit: send, noValidate: true, className, id, "aria-busy": busy },
    problems.length > 0 &&
      h(
        "div",
        { ref: box, tabIndex: -1, role: "alert", className: "notice notice--error error-summary" },
        h("b", null, heading.replace("{count}", String(problems.length))),
        h(
          "ul",
          null,
          problems.map(([name, words]) =>
            h("li", { key: name + words }, name ? h("a", { href: "#" + name, onClick: jump(name) }, words) : words),
          ),
        ),
      ),
    children,
  );
};

// Printing from a button, without eval.
export const PrintButton = ({ children, className }) =>
  h("button", { type: "button", className, onClick: () => window.print() }, children);

// Copies a code; says so in its own words.
export const CopyButton = ({ text, words, done, className }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 3000);
  };
  return h("button", { type: "button", className, onClick: copy, "aria-live": "polite" }, copied ? done : words);
};

// R43: a part that is not there after 10 s says so, and asks again, ever more rarely:
// asking breaks off a load under way, so a slow one needs time to end.
export const LongWait = ({ words, retry, onLong }) => {
  const [isLong, setLong] = useState(false);
  const ask = useRef(onLong);
  ask.current = onLong;
  useEffect(() => {
    let timer;
    const wait = (pause) => {
      timer = setTimeout(() => {
        setLong(true);
        ask.current?.();
        wait(pause * 2);
      }, pause);
    };
    wait(10000);
    return () => clearTimeout(timer);
  }, []);
  const again = { type: "button", className: "button button--quiet button--small", onClick: () => window.location.reload() };
  return h("div", { role: "status", className: isLong ? "row" : "aside-words" }, isLong && [h("span", { key: "words" }, words), h("button", { key: "again", ...again }, retry)]);
};

// Another person signed in or out in this browser: what stands here is not theirs.
export const ReloadWhen = ({ stale }) => {
  useEffect(() => {
    if (!stale) return;
    const timer = setInterval(() => {
      const last = Number(sessionStorage.getItem("reloaded") ?? 0);
      // At most once in ten seconds, so that nothing reloads without end; then it does.
      if (posting || Date.now() - last < 10000) return;
      clearInterval(timer);
      sessionStorage.setItem("reloaded", String(Date.now()));
      window.location.reload();
    }, 100);
    return () => clearInterval(timer);
  }, [stale]);
  return null;
};
