// A field to sign in with a finger: strokes of points, never a picture, are sent.
import { createElement as h, useEffect, useRef, useState } from "react";

const WIDTH = 1000;
const HEIGHT = 400;
const MOST = 900; // points; the server takes no more than a thousand

const place = (event, box) => {
  const at = box.getBoundingClientRect();
  const x = Math.round(((event.clientX - at.left) / at.width) * WIDTH);
  const y = Math.round(((event.clientY - at.top) / at.height) * HEIGHT);
  return [Math.min(WIDTH, Math.max(0, x)), Math.min(HEIGHT, Math.max(0, y))];
};

export const Signature = ({ label, again, agree, onAgree }) => {
  const canvas = useRef(null);
  const strokes = useRef([]);
  const [count, setCount] = useState(0);
  const draw = () => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    pen.lineWidth = 5;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#111";
    strokes.current.forEach((stroke) => {
      pen.beginPath();
      stroke.forEach(([x, y], number) => (number ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      if (stroke.length === 1) pen.lineTo(stroke[0][0] + 1, stroke[0][1]);
      pen.stroke();
    });
  };
  useEffect(draw, []);
  const total = () => strokes.current.reduce((sum, stroke) => sum + stroke.length, 0);
  const begin = (event) => {
    event.preventDefault();
    canvas.current.setPointerCapture?.(event.pointerId);
    strokes.current.push([place(event, canvas.current)]);
    setCount(total());
    draw();
  };
  const go = (event) => {
    const stroke = strokes.current.at(-1);
    if (!event.buttons || !stroke || total() >= MOST) return;
    const [x, y] = place(event, canvas.current);
    const [a, b] = stroke.at(-1);
    if (Math.abs(a - x) + Math.abs(b - y) < 6) return;
    stroke.push([x, y]);
    setCount(total());
    draw();
  };
  const clear = () => {
    strokes.current = [];
    setCount(0);
    draw();
  };
  const send = () => onAgree(strokes.current.map((stroke) => stroke.map((point) => point.join(",")).join(" ")).join(";"));
  return h(
    "div",
    { className: "stack-s" },
    h("p", { id: "ky-o-day" }, h("b", null, label)),
    h("canvas", {
      ref: canvas,
      width: WIDTH,
      height: HEIGHT,
      className: "signature",
      role: "img",
      "aria-labelledby": "ky-o-day",
      onPointerDown: begin,
      onPointerMove: go,
    }),
    h(
      "div",
      { className: "row spread" },
      h("button", { type: "button", className: "button button--text", onClick: clear }, again),
      h("button", { type: "button", className: "button button--big", onClick: send, disabled: count < 6 }, agree),
    ),
  );
};
