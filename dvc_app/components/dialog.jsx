// A dialog over the page: Escape and the button beside its title close it, focus returns.
import { createElement as h, useEffect, useRef } from "react";

export const PageDialog = ({ open, label, children, onLeave }) => {
  const box = useRef(null);
  useEffect(() => {
    const dialog = box.current;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  const leave = (event) => {
    event.preventDefault();
    onLeave();
  };
  return h("dialog", { ref: box, className: "dialog card card--lift", "aria-label": label, onCancel: leave }, open ? children : null);
};
