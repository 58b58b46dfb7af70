// The dialog of a proof: opens when the page asks, or when a posted form was refused.
import { createElement as h, useEffect, useRef } from "react";

export const ProofDialog = ({ way, label, children, onNeeded, onLeave }) => {
  const box = useRef(null);
  const needed = useRef(onNeeded);
  needed.current = onNeeded;
  useEffect(() => {
    const dialog = box.current;
    if (way && !dialog.open) dialog.showModal();
    if (!way && dialog.open) dialog.close();
  }, [way]);
  useEffect(() => {
    const hear = ({ detail }) => detail?.proof && needed.current();
    window.addEventListener("post-refused", hear);
    return () => window.removeEventListener("post-refused", hear);
  }, []);
  const leave = (event) => {
    event.preventDefault();
    onLeave();
  };
  return h("dialog", { ref: box, className: "proof card card--lift", "aria-label": label, onCancel: leave }, way ? children : null);
};
