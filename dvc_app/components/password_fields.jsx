// A new password: typed twice, or once while it is shown (C05).
import { createElement as h, useState } from "react";

// The same reckoning as the server's, which decides; this one only advises.
const KINDS = [
  [/[0-9]/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[^0-9A-Za-z]/, 32],
];
const strength = (password, { weak, fair, strong }) => {
  const letters = [...password.normalize("NFC")];
  const unlike = new Set(letters).size;
  const pool = KINDS.reduce((sum, [kind, count]) => sum + (kind.test(password) ? count : 0), 0);
  const bits = unlike * Math.log2(pool || 1) + (letters.length - unlike) * 1.5;
  return bits < 45 ? weak : bits < 70 ? fair : strong;
};

const field = (name, label, hint, input) =>
  h(
    "div",
    { className: "field" },
    h("label", { htmlFor: name }, h("span", { className: "required" }, label)),
    hint && h("span", { className: "hint", id: `${name}-goi-y` }, hint),
    h("span", { className: "error", id: `${name}-loi` }),
    h("input", {
      id: name,
      name,
      autoComplete: "new-password",
      spellCheck: false,
      autoCapitalize: "none",
      "aria-required": "true",
      "aria-describedby": `${name}-loi ${name}-goi-y`,
      ...input,
    }),
  );

export const PasswordFields = ({ words }) => {
  const [shown, setShown] = useState(false);
  const [said, setSaid] = useState("");
  const type = shown ? "text" : "password";
  const weigh = ({ target }) => setSaid(target.value ? words.strength + strength(target.value, words) : "");
  return h(
    "div",
    { className: "stack" },
    field("password", words.password, words.hint, { type, onBlur: weigh }),
    // Its room is kept: a button that moves away under the finger loses the press.
    h("p", { role: "status", className: "small", style: { minHeight: "1.5em" } }, said),
    h(
      "label",
      { className: "tick" },
      h("input", { type: "checkbox", checked: shown, onChange: () => setShown(!shown) }),
      h("span", null, words.show),
    ),
    shown ? h("p", { className: "small muted" }, words.shown) : field("again", words.again, "", { type }),
  );
};

// One password that is already known: may be looked at before it is sent.
export const ShowPassword = ({ target, words }) => {
  const [shown, setShown] = useState(false);
  const flip = () => {
    const input = document.getElementById(target);
    if (input) input.type = shown ? "password" : "text";
    setShown(!shown);
  };
  return h(
    "label",
    { className: "tick small" },
    h("input", { type: "checkbox", checked: shown, onChange: flip }),
    h("span", null, words),
  );
};
