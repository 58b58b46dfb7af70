// A visible clock that ends in a button; it counts on the device and asks nobody.
import { createElement as h, useEffect, useState } from "react";

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// `moment` is any text that changes when there is something new to wait for.
export const Countdown = ({ seconds, moment, words, children }) => {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [moment]);
  if (left <= 0) return children;
  return h("span", { className: "muted num", role: "timer" }, words.replace("{left}", clock(left)));
};
