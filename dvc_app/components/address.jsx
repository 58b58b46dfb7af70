// F8: a commune picked by search, the rest as text; an old address finds the new one.
// Every text input is uncontrolled: nothing is written into it while a person types.
import { createElement as h, useEffect, useId, useRef, useState } from "react";

const WAIT = 250; // ms without a key before the search asks
const fill = (words, given) => words.replace(/\{(\w+)\}/g, (_, name) => given[name]);
const full = (place) => [place.name, place.province].filter(Boolean).join(", ");
const ask = async (address, query, signal) => {
  const answer = await fetch(`${address}?${new URLSearchParams(query)}`, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

export const AddressField = ({ name, label, hint, fault, required, value, faults, words, search, convert, onPart }) => {
  const [commune, setCommune] = useState(value.commune);
  const [adopted, setAdopted] = useState({ code: value.commune, turn: 0 });
  const [told, setTold] = useState("");
  const [isOld, setIsOld] = useState(Boolean(value.old));
  const input = useRef(null);
  const detail = useRef(null);
  const settled = useRef({ ...value });
  const root = useRef(null);
  const settle = (part, text) => {
    if (settled.current[part] === text) return;
    settled.current[part] = text;
    // What is chosen fires no event of its own; who keeps words on the device hears it.
    const chosen = { bubbles: true, detail: [`${name}.${part}`, text] };
    root.current?.dispatchEvent(new CustomEvent("commune-chosen", chosen));
    onPart?.(name, part, text);
  };
  // A commune that waited on the device, or was chosen in another tab (saved_line.jsx).
  useEffect(() => {
    const field = root.current;
    const adopt = ({ detail: code }) => {
      settled.current.commune = code;
      setCommune(code);
      setAdopted(({ turn }) => ({ code, turn: turn + 1 }));
    };
    field.addEventListener("commune-kept", adopt);
    return () => field.removeEventListener("commune-kept", adopt);
  }, []);
  const choose = (place) => {
    setCommune(place ? place.code : "");
    settle("commune", place ? place.code : "");
  };
  const confirm = (place, rest) => {
    input.current.value = full(place);
    input.current.dispatchEvent(new Event("chosen"));
    choose(place);
    setTold(fill(words.confirmed, { place: full(place) }));
    if (rest && !detail.current.value) {
      detail.current.value = rest;
      settle("detail", rest);
    }
    input.current.focus();
  };
  return h(
    "fieldset",
    { ref: root, className: "address", id: name, "aria-describedby": fault ? `${name}-loi` : undefined },
    h("legend", { className: required ? "required" : "" }, label),
    hint && h("p", { className: "hint" }, hint),
    h("span", { className: "error", id: `${name}-loi` }, fault),
    h(CommuneBox, { key: adopted.turn, name, input, required, words, search, code: adopted.code, fault: faults.commune, choose, settle }),
    h("input", { type: "hidden", name: `${name}.commune`, value: commune }),
    h(Line, {
      id: `${name}.detail`,
      label: words.detail,
      fault: faults.detail,
      field: detail,
      defaultValue: value.detail,
      autoComplete: "address-line1",
      onBlur: ({ target }) => settle("detail", target.value),
    }),
    isOld
      ? h(OldAddress, { name, words, convert, fault: faults.old, text: value.old, confirm, settle })
      : h("button", { type: "button", className: "as-link", onClick: () => setIsOld(true) }, words.knowOldOnly),
    !isOld && h("input", { type: "hidden", name: `${name}.old`, value: value.old }),
    h("p", { role: "status", className: "small told" }, told),
  );
};

const Line = ({ id, label, hint, fault, field, required, children, ...rest }) =>
  h(
    "div",
    { className: fault ? "field field--error" : "field" },
    h("label", { htmlFor: id }, h("span", { className: required ? "required" : "" }, label)),
    hint && h("span", { className: "hint", id: `${id}-goi-y` }, hint),
    h("span", { className: "error", id: `${id}-loi` }, fault),
    h("input", {
      id,
      name: id,
      ref: field,
      type: "text",
      spellCheck: false,
      "aria-invalid": fault ? "true" : "false",
      "aria-describedby": `${id}-loi ${id}-goi-y`,
      ...rest,
    }),
    children,
  );

// The combobox of the ARIA practices: a list below, focus stays in the box.
const CommuneBox = ({ name, input, required, words, search, code, fault, choose, settle }) => {
  const [found, setFound] = useState([]);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [said, setSaid] = useState("");
  const list = useId();
  const shown = useRef(""); // the words of what is chosen
  const asked = useRef({ timer: 0, query: null });
  const id = `${name}.commune`;
  const close = () => (setIsOpen(false), setAt(-1));
  const pick = (place) => {
    shown.current = input.current.value = full(place);
    setSaid(fill(words.chosen, { place: full(place) }));
    close();
    choose(place);
  };
  const look = async (text) => {
    asked.current.query?.abort();
    asked.current.query = new AbortController();
    try {
      const { places } = await ask(search, { tim: text }, asked.current.query.signal);
      setFound(places);
      setAt(-1);
      setIsOpen(places.length > 0);
      setSaid(places.length ? fill(words.count, { count: places.length }) : words.nothing);
    } catch (reason) {
      if (reason.name !== "AbortError") setSaid(words.failed);
    }
  };
  useEffect(() => {
    const box = input.current;
    const adopt = () => ((shown.current = box.value), setSaid(""), close());
    box.addEventListener("chosen", adopt);
    if (code)
      ask(search, { ma: code })
        .then(({ places }) => {
          if (places.length && !box.value) shown.current = box.value = full(places[0]);
        })
        .catch(() => {});
    return () => {
      box.removeEventListener("chosen", adopt);
      clearTimeout(asked.current.timer);
      asked.current.query?.abort();
    };
  }, []);
  const typed = ({ target }) => {
    clearTimeout(asked.current.timer);
    if (target.value.trim().length < 2) return close();
    asked.current.timer = setTimeout(() => look(target.value), WAIT);
  };
  // Other words than those of the choice are no choice any more.
  const left = ({ target }) => {
    clearTimeout(asked.current.timer);
    close();
    const text = target.value.trim();
    if (text === shown.current) return;
    shown.current = text;
    choose(null);
    setSaid(text ? words.notChosen : "");
  };
  const keys = (event) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      setIsOpen(true);
      setAt((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      pick(found[Math.max(at, 0)]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  };
  useEffect(() => {
    if (at >= 0) document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return h(
    Line,
    {
      id,
      name: undefined, // the code travels, not the words
      label: words.commune,
      hint: words.communeHint,
      fault,
      required,
      field: input,
      role: "combobox",
      autoComplete: "off",
      "aria-required": required ? "true" : "false",
      "aria-autocomplete": "list",
      "aria-expanded": isOpen ? "true" : "false",
      "aria-controls": list,
      "aria-activedescendant": at >= 0 ? `${list}-${at}` : undefined,
      onInput: typed,
      onKeyDown: keys,
      onBlur: left,
    },
    h(
      "ul",
      { role: "listbox", id: list, "aria-label": words.commune, className: "options", hidden: !isOpen },
      found.map((place, number) =>
        h(
          "li",
          {
            key: place.code + (place.formerly ?? ""),
            id: `${list}-${number}`,
            role: "option",
            "aria-selected": number === at ? "true" : "false",
            onMouseDown: (event) => event.preventDefault(), // focus stays in the box
            onClick: () => pick(place),
          },
          h("b", null, place.name),
          h("span", { className: "small muted" }, place.province),
          place.formerly && h("span", { className: "small muted" }, fill(words.formerly, { name: place.formerly })),
        ),
      ),
    ),
    h("p", { role: "status", className: "small muted said" }, said),
  );
};

// The old three levels: the present unit is proposed, the person confirms (F8).
const OldAddress = ({ name, words, convert, fault, text, confirm, settle }) => {
  const [answer, setAnswer] = useState(null);
  const [said, setSaid] = useState("");
  const field = useRef(null);
  const latest = useRef(0);
  const id = `${name}.old`;
  const find = async () => {
    const written = field.current.value.trim();
    const turn = ++latest.current;
    settle("old", field.current.value);
    if (!written) return setAnswer(null);
    setSaid(words.converting);
    try {
      const given = await ask(convert, { "dia-chi": written });
      if (turn !== latest.current) return;
      setAnswer(given);
      const { length } = given.places;
      setSaid(length === 0 ? words.foundNone : length === 1 ? words.foundOne : fill(words.foundMany, { count: length }));
    } catch {
      if (turn === latest.current) setSaid(words.failed);
    }
  };
  useEffect(() => {
    if (!text) field.current?.focus();
  }, []);
  const enter = (event) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault(); // not the form: the new address first
    find();
  };
  const take = (place) => () => {
    setAnswer(null);
    setSaid("");
    confirm(place, answer.detail);
  };
  return h(
    "div",
    { className: "old-address" },
    h(Line, {
      id,
      label: words.old,
      hint: words.oldHint,
      fault,
      field,
      defaultValue: text,
      autoComplete: "off",
      enterKeyHint: "search",
      onKeyDown: enter,
      onBlur: () => settle("old", field.current.value),
    }),
    h("button", { type: "button", className: "button button--quiet", onClick: find }, words.convert),
    h("p", { role: "status", className: "small" }, said),
    answer?.places.length > 0 &&
      h(
        "ul",
        { className: "suggested" },
        answer.places.map((place) =>
          h(
            "li",
            { key: place.code, className: "suggest" },
            h("span", null, h("b", null, full(place)), place.formerly && h("span", { className: "small muted block" }, fill(words.formerly, { name: place.formerly }))),
            h("button", { type: "button", className: "button", onClick: take(place), "aria-label": `${words.use}: ${full(place)}` }, words.use),
          ),
        ),
      ),
  );
};
