// A paper beside its form: the place of the field in focus is lit; keys lead through.
import { createElement as h, useEffect, useRef, useState } from "react";

const FIELDS = "input:not([type=hidden], [type=checkbox]), select";
const tickOf = (field) => field.closest(".field")?.querySelector("input[type=checkbox]");

export const PaperPages = ({ pictures, boxes, words, name }) => {
  const [page, setPage] = useState(0);
  const [lit, setLit] = useState(null);
  const mark = useRef(null);
  useEffect(() => {
    const follow = (event) => {
      const field = event.target.closest?.(".store-form")?.contains(event.target) ? event.target.name : "";
      const place = boxes[(field ?? "").replace("ok-", "")];
      setLit(place ?? null);
      if (place) setPage(place[0]);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [boxes]);
  // The lit place stays in sight of a picture that is higher than its window.
  useEffect(() => {
    const box = mark.current?.closest(".page-window");
    if (box) box.scrollTop = mark.current.offsetTop - box.clientHeight / 3;
  }, [lit]);
  const shown = Math.min(page, pictures.length - 1);
  const turn = (by) => (setLit(null), setPage(shown + by));
  const said = (text) => text.replace("{page}", shown + 1).replace("{count}", pictures.length).replace("{name}", name);
  return h(
    "div",
    { className: "paper-pages" },
    pictures.length > 1 &&
      h(
        "div",
        { className: "row page-turns" },
        h("button", { type: "button", className: "button button--quiet button--small", disabled: shown === 0, onClick: () => turn(-1) }, words.before),
        h("span", { className: "small num", role: "status" }, said(words.page)),
        h("button", { type: "button", className: "button button--quiet button--small", disabled: shown === pictures.length - 1, onClick: () => turn(1) }, words.after),
      ),
    h(
      "div",
      { className: "page-window", tabIndex: 0, role: "group", "aria-label": words.label },
      h(
        "div",
        { className: "page-sheet" },
        h("img", { src: pictures[shown], alt: said(words.alt) }),
        lit && lit[0] === shown && h("span", { ref: mark, className: "page-mark", "aria-hidden": true, style: { left: `${lit[1] * 100}%`, top: `${lit[2] * 100}%`, width: `${(lit[3] - lit[1]) * 100}%`, height: `${(lit[4] - lit[2]) * 100}%` } }),
      ),
    ),
  );
};

// What is read while somebody types is offered: a field they touched keeps their words,
// and shows the offered value beside it. Any other takes the value.
const settle = (field, offer) => {
  const row = field.closest(".field");
  const tick = tickOf(field);
  const isTouched = field.dataset.touched === "1";
  if (offer && !isTouched && field.value !== offer[0]) field.value = offer[0];
  if (offer && !isTouched && tick && field.dataset.mark !== undefined && field.dataset.mark !== offer[1]) tick.checked = false;
  if (isTouched && tick) tick.checked = true;
  if (offer) field.dataset.mark = offer[1];
  row?.toggleAttribute("data-differs", Boolean(offer?.[0]) && field.value.trim() !== offer[0]);
};

const useOffers = (form, watch, offers) => {
  const known = useRef(offers);
  known.current = offers;
  useEffect(() => {
    const fill = () => {
      const box = document.getElementById(form);
      for (const field of box?.querySelectorAll(FIELDS) ?? []) settle(field, offers[field.name]);
    };
    fill();
    const timer = setTimeout(fill, 50);
    return () => clearTimeout(timer);
  }, [form, watch, offers]);
  useEffect(() => {
    const type = (event) => {
      const field = event.target;
      if (!field.matches?.(FIELDS) || !field.closest(`#${form}`)) return;
      field.dataset.touched = "1";
      settle(field, known.current[field.name]);
    };
    const take = (event) => {
      const name = event.target.closest?.(`#${form} [data-offer]`)?.dataset.offer;
      const field = name && document.getElementById(name);
      if (!field) return;
      field.value = known.current[name]?.[0] ?? "";
      settle(field, known.current[name]);
      field.focus();
    };
    document.addEventListener("input", type);
    document.addEventListener("click", take);
    return () => {
      document.removeEventListener("input", type);
      document.removeEventListener("click", take);
    };
  }, [form]);
};

// Enter: the field is right, on to the next; Ctrl+Enter: save. A paper that opens by
// itself takes focus at the first field that wants a look.
export const StoreKeys = ({ form, watch, offers }) => {
  useOffers(form, watch, offers);
  const before = useRef("");
  useEffect(() => {
    const was = before.current;
    before.current = watch;
    if (!was || !watch || was === watch) return undefined;
    const timer = setTimeout(() => {
      const box = document.getElementById(form);
      const unsure = box?.querySelector("input[type=checkbox]")?.closest(".field");
      (unsure ?? box)?.querySelector(FIELDS)?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, [watch, form]);
  useEffect(() => {
    const press = (event) => {
      const box = event.target.closest?.(`#${form}`);
      if (!box || event.key !== "Enter" || event.isComposing) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        box.requestSubmit();
        return;
      }
      if (event.target.matches("button, a")) return;
      event.preventDefault();
      const field = event.target.matches("[type=checkbox]") ? event.target.closest(".field").querySelector(FIELDS) : event.target;
      const tick = tickOf(field);
      if (tick && !event.shiftKey) tick.checked = true;
      const all = [...box.querySelectorAll(FIELDS)];
      const next = all[all.indexOf(field) + (event.shiftKey ? -1 : 1)] ?? (event.shiftKey ? field : box.querySelector("[type=submit]"));
      next.focus();
      next.select?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
  return null;
};
