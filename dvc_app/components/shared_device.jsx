// A shared device (Máy dùng chung): nothing is kept on it. And the way used last.
import { createElement as h, useEffect, useRef, useState } from "react";

const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const KEPT = "way"; // names a way of signing in, nobody's data

export const SharedDevice = ({ words, hint, door }) => {
  const [ticked, setTicked] = useState(false);
  useEffect(() => setTicked(isShared()), []);
  const hintId = `may-dung-chung-${door}`;
  return h(
    "div",
    { className: "field" },
    h(
      "label",
      { className: "tick small" },
      h("input", {
        type: "checkbox",
        name: "may-dung-chung",
        checked: ticked,
        onChange: () => setTicked(!ticked),
        "aria-describedby": hintId,
      }),
      h("span", null, words),
    ),
    h("span", { className: "hint", id: hintId, hidden: !ticked }, hint),
  );
};

const lastWay = () => {
  try {
    return isShared() ? "" : (localStorage.getItem(KEPT) ?? "");
  } catch {
    return "";
  }
};

// Notes the way when its section's form is sent or its link followed.
export const LastWay = ({ way, words }) => {
  const place = useRef(null);
  const [last, setLast] = useState("");
  useEffect(() => {
    setLast(lastWay());
    const section = place.current?.closest("section");
    const keep = (event) => {
      if (event.type === "click" && !event.target.closest(".button")) return;
      try {
        if (!isShared()) localStorage.setItem(KEPT, way);
      } catch {
        /* a private window refuses; nothing depends on it */
      }
    };
    section?.addEventListener("submit", keep);
    section?.addEventListener("click", keep);
    return () => {
      section?.removeEventListener("submit", keep);
      section?.removeEventListener("click", keep);
    };
  }, []);
  return h("span", { ref: place, className: last === way ? "tag" : "", hidden: last !== way }, words);
};
