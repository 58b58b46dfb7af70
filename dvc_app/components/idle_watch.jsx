// The end of a session: put off quietly while somebody works, announced when not (R4).
import { createElement as h, useEffect, useRef, useState } from "react";

const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const SIGNS = ["pointerdown", "pointermove", "keydown", "input", "wheel", "touchstart", "scroll"];
const IDLE_OUT = "het-phien";

// What this device holds of the portal: preferences, names of uploads, the tab's token.
const forget = () => {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    /* a private window refuses; it forgets by itself */
  }
};

const ask = async (address, method) => {
  const answer = await fetch(address, { method, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const say = (seconds, words) => {
  const rounded = seconds > 60 ? Math.ceil(seconds / 60) : Math.max(0, seconds);
  const count = (seconds > 60 ? words.minutes : words.seconds).replace("{count}", String(rounded));
  return words.left.replace("{left}", count);
};

const dialog = ({ isLast, left, words, extend, close, leave, box }) =>
  h(
    "dialog",
    {
      ref: box,
      className: "card stack idle",
      role: "alertdialog",
      "aria-labelledby": "het-phien-ten",
      "aria-describedby": "het-phien-noi-dung",
      // Escape means the same as the main button: one more way to stay.
      onCancel: (event) => {
        event.preventDefault();
        (isLast ? close : extend)();
      },
    },
    h("h2", { id: "het-phien-ten" }, isLast ? words.lastTitle : words.title),
    h("p", { id: "het-phien-noi-dung" }, isLast ? words.lastText : words.text),
    h("p", { className: "when num", role: "timer", "aria-hidden": "true" }, say(left, words)),
    // Read aloud once a minute, and once at twenty seconds: not every second.
    h("p", { className: "sr-only", "aria-live": "polite" }, left > 60 || left === 20 || left === 60 ? say(left, words) : ""),
    h(
      "div",
      { className: "row" },
      isLast
        ? h("button", { type: "button", className: "button", autoFocus: true, onClick: close }, words.understood)
        : h("button", { type: "button", className: "button", autoFocus: true, onClick: extend }, words.goOn),
      h("button", { type: "button", className: "button button--text", onClick: leave }, words.leave),
    ),
  );

export const IdleWatch = ({ person, session, leave, words }) => {
  const [warned, setWarned] = useState(""); // idle, last
  const [left, setLeft] = useState(0);
  const box = useRef(null);
  const came = useRef(null); // where the focus was
  const seen = useRef(0); // last sign of a person
  const told = useRef(0); // last time the server heard of it
  const known = useRef(null); // what the server said, and when
  const excused = useRef(false); // the end after twelve hours was read

  // "At start": nobody is signed in on a shared device, so nothing stays on it.
  useEffect(() => {
    if (!isShared()) return;
    document.documentElement.dataset.text = "large";
    const timer = setTimeout(() => !document.querySelector(".person") && forget(), 3000);
    return () => clearTimeout(timer);
  }, []);

  const out = () => {
    if (isShared()) forget();
    const path = window.location.pathname.replace(/(.)\/$/, "$1");
    const here = path + window.location.search;
    const door = known.current?.door ?? "/";
    window.location.assign(`${door}?${IDLE_OUT}=1&tiep=${encodeURIComponent(here)}`);
  };
  const learn = (said) => {
    if (!said.is_in) {
      if (known.current) out();
      return null;
    }
    known.current = { ...said, at: Date.now() };
    return said;
  };
  const extend = async () => {
    told.current = Date.now();
    try {
      learn(await ask(session, "POST"));
      setWarned("");
    } catch {
      /* the line is cut: the banner says so, the next look asks again */
    }
  };
  const leaveNow = async () => {
    const answer = await ask(leave, "POST").catch(() => ({ go: "/" }));
    if (isShared()) forget();
    window.location.assign(answer.go ?? "/");
  };
  const close = () => {
    excused.current = true;
    setWarned("");
  };

  useEffect(() => {
    if (!person) return;
    let gone = false;
    let busy = false;
    const note = () => (seen.current = Date.now());
    SIGNS.forEach((sign) => window.addEventListener(sign, note, { passive: true, capture: true }));
    // Shared sheets never keep what a person left behind: signing out by the menu too.
    const tidy = (event) => isShared() && event.target.getAttribute?.("action") === leave && forget();
    window.addEventListener("submit", tidy, true);
    const look = async () => {
      if (busy || gone) return;
      busy = true;
      try {
        await once();
      } catch {
        /* not reachable now; asked again in a moment */
      }
      busy = false;
    };
    const once = async () => {
      if (!known.current) {
        told.current = Date.now();
        learn(await ask(session, "GET"));
        return;
      }
      const { idle, warning, at, idle_left, ends_left } = known.current;
      const since = Math.floor((Date.now() - at) / 1000);
      const quiet = Math.min(60, idle / 6) * 1000;
      const isHere = seen.current > told.current;
      if (isHere && !box.current && Date.now() - told.current > quiet) return extend();
      const ends = ends_left - since;
      let rest = idle_left - since;
      if (Math.min(rest, ends) > warning) return setWarned("");
      // Another tab may have put the end off: the server knows. Asked again every
      // ten seconds while the dialog stands, each second at the very end.
      if (since >= (rest > 12 ? 10 : 1)) {
        const said = learn(await ask(session, "GET"));
        if (!said) return;
        rest = said.idle_left;
        if (rest > warning && said.ends_left > warning) return setWarned("");
      }
      if (isHere && !box.current && rest <= warning && rest > 0) return extend();
      const isLast = ends <= rest;
      setLeft(Math.max(0, isLast ? ends : rest));
      setWarned(isLast ? (excused.current && ends > 1 ? "" : "last") : "idle");
    };
    look();
    const timer = setInterval(look, 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("submit", tidy, true);
      SIGNS.forEach((sign) => window.removeEventListener(sign, note, { capture: true }));
    };
  }, [person]);

  useEffect(() => {
    if (!warned || !box.current || box.current.open) return;
    came.current = document.activeElement;
    box.current.showModal();
    return () => came.current?.focus?.();
  }, [warned]);

  if (!person || !warned) return null;
  return dialog({ isLast: warned === "last", left, words, extend, close, leave: leaveNow, box });
};
