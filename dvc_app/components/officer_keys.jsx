// An authenticator to scan, and recovery codes shown once. The secrets come over
// plain HTTP and stand in no state of the server's pages.
import { createElement as h, useEffect, useState } from "react";

// Codes outlive a reload of the page, until the officer says they are kept.
const SHELF = "recovery-codes";
const shelf = {
  read: () => JSON.parse(sessionStorage.getItem(SHELF) ?? "[]"),
  put: (codes) => sessionStorage.setItem(SHELF, JSON.stringify(codes)),
  clear: () => sessionStorage.removeItem(SHELF),
};

const Copy = ({ text, words, done }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 3000);
  };
  return h("button", { type: "button", className: "button button--quiet", onClick: copy, "aria-live": "polite" }, copied ? done : words);
};

const useCodes = () => {
  const [codes, setCodes] = useState([]);
  useEffect(() => {
    setCodes(shelf.read());
    const hear = ({ detail }) => {
      if (!detail?.codes?.length) return;
      shelf.put(detail.codes);
      setCodes(detail.codes);
    };
    window.addEventListener("post-done", hear);
    return () => window.removeEventListener("post-done", hear);
  }, []);
  const clear = () => {
    shelf.clear();
    setCodes([]);
  };
  return [codes, clear];
};

const Codes = ({ codes, words, onKept }) => {
  useEffect(() => document.getElementById("ma-khoi-phuc")?.focus(), []);
  return h(
    "section",
    { className: "card card--lift stack", id: "ma-khoi-phuc", tabIndex: -1, role: "status" },
    h("h2", null, words.title),
    h("p", null, words.lead),
    h("ol", { className: "codes" }, codes.map((code) => h("li", { key: code }, h("code", null, code)))),
    h(
      "div",
      { className: "row" },
      h("button", { type: "button", className: "button button--quiet", onClick: () => window.print() }, words.print),
      h(Copy, { text: codes.join("\n"), words: words.copy, done: words.copied }),
    ),
    h("div", { className: "row only-screen" }, h("button", { type: "button", className: "button", onClick: onKept }, words.kept)),
  );
};

// On a page of its own: the codes, once a form has answered with them.
export const RecoveryCodes = ({ words }) => {
  const [codes, clear] = useCodes();
  return codes.length ? h(Codes, { codes, words, onKept: clear }) : null;
};

const STEP = (number, words, ...rest) =>
  h("li", { key: number, className: "stack" }, h("p", null, words), ...rest);

export const Enrolment = ({ address, words, codesWords, steps, again, signIn, next, children }) => {
  const [told, setTold] = useState(null);
  const [codes, clear] = useCodes();
  useEffect(() => {
    fetch(address, { headers: { accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then(setTold)
      .catch(() => setTold({}));
  }, [address]);
  const leave = () => {
    clear();
    window.location.assign(next);
  };
  if (codes.length) return h(Codes, { codes, words: codesWords, onKept: leave });
  if (!told) return h("p", { role: "status" }, words.loading);
  if (!told.secret)
    return h(
      "div",
      { className: "notice notice--warn stack", role: "status" },
      h("p", null, words.gone),
      h("div", { className: "row" }, h("a", { href: again, className: "button" }, words.again), h("a", { href: signIn, className: "button button--quiet" }, words.signIn)),
    );
  return h(
    "ol",
    { className: "enrol card card--lift" },
    STEP(1, steps[0]),
    STEP(
      2,
      steps[1],
      h(
        "div",
        { className: "enrol-key" },
        h("img", { src: told.picture, alt: words.picture, width: 220, height: 220 }),
        h(
          "div",
          { className: "stack-s" },
          h("p", { className: "small muted" }, words.account, ": ", h("b", null, told.account)),
          h("p", { className: "small" }, words.byHand),
          h("p", null, h("code", { className: "secret" }, told.secret)),
          h(Copy, { text: told.secret.replaceAll(" ", ""), words: words.copy, done: words.copied }),
        ),
      ),
    ),
    STEP(3, steps[2], children),
  );
};
