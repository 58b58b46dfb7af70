// Files over plain HTTP (tus): progress, cancel, retry and resume, one at a time (R17).
import { createElement as h, useEffect, useRef, useSyncExternalStore } from "react";
import { Upload } from "tus-js-client";

let rows = []; // outside React: an upload goes on while the person moves between pages
const listeners = new Set();
const subscribe = (listener) => (listeners.add(listener), () => listeners.delete(listener));
const show = (row, change) => {
  Object.assign(row, change);
  rows = [...rows];
  listeners.forEach((listener) => listener());
};

// An address under size and date, never a file name; on a shared device nothing (C27).
const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const memory = {
  findUploadsByFingerprint: async (key) =>
    !isShared() && localStorage.getItem(key) ? [{ uploadUrl: localStorage.getItem(key), urlStorageKey: key }] : [],
  addUpload: async (key, { uploadUrl }) => (isShared() || localStorage.setItem(key, uploadUrl), key),
  removeUpload: async (key) => localStorage.removeItem(key),
  findAllUploads: async () => [],
};

const next = async () => {
  const row = rows.some((r) => r.state === "sending") ? null : rows.find((r) => r.state === "waiting");
  if (!row) return;
  show(row, { state: "sending" });
  const [before] = await row.upload.findPreviousUploads();
  if (before && !row.upload.url) row.upload.resumeFromPreviousUpload(before);
  if (row.state === "sending") row.upload.start();
};
const again = (row) => (show(row, { state: "waiting", problem: "" }), next());
const cancel = async (row) => {
  show(row, { state: "gone" });
  await row.upload.abort(true).catch(() => {});
  next();
};

const add = (file, endpoint) => {
  const row = {
    key: crypto.getRandomValues(new Uint32Array(2)).join("-"),
    name: file.name,
    id: "",
    endpoint,
    percent: 0,
    state: "waiting",
    problem: "",
  };
  const settle = (state, problem = "") => (show(row, { state, problem, id: row.upload.url?.split("/").pop() ?? "" }), next());
  row.upload = new Upload(file, {
    endpoint,
    chunkSize: 4 << 20,
    retryDelays: [0, 1000, 2000, 4000, 8000, 15000, 15000, 30000, 30000],
    metadata: { filename: file.name },
    urlStorage: memory,
    fingerprint: async () => `upload:${endpoint}:${file.size}:${file.lastModified}`,
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => show(row, { percent: Math.floor((sent * 100) / Math.max(all, 1)), id: row.upload.url?.split("/").pop() ?? "" }),
    onSuccess: () => settle("done"),
    onShouldRetry: (error) => ![403, 404, 409, 413, 415].includes(error.originalResponse?.getStatus()) && navigator.onLine,
    onError: (error) => {
      const answer = error.originalResponse;
      const problem = answer?.getHeader("upload-problem") ?? "";
      settle(problem ? "refused" : navigator.onLine ? "failed" : "offline", problem);
    },
  });
  rows = [...rows, row];
  listeners.forEach((listener) => listener());
  next();
};

if (typeof window !== "undefined") {
  window.addEventListener("online", () => rows.filter((r) => r.state === "offline").forEach(again));
  // A closed tab would cut what is still on its way: the browser asks first.
  window.addEventListener("beforeunload", (event) => {
    if (rows.some((r) => r.state === "sending" || r.state === "waiting")) event.preventDefault();
  });
}

const words_of = (row, words) =>
  ({
    waiting: words.waiting,
    sending: words.sending.replace("{percent}", row.percent),
    offline: words.offline,
    failed: words.failed,
    refused: words.problems[row.problem] ?? words.failed,
  })[row.state] ?? "";

const one = (row, words) =>
  h(
    "li",
    { key: row.key, className: "file", "data-state": row.state },
    h(
      "span",
      { className: "grow" },
      row.name,
      row.state === "sending" && h("progress", { value: row.percent, max: 100, "aria-label": words.progress.replace("{name}", row.name) }),
      h("span", { className: row.state === "refused" || row.state === "failed" ? "error small" : "small muted", role: "status" }, words_of(row, words)),
    ),
    (row.state === "failed" || row.state === "offline") &&
      h("button", { type: "button", className: "button button--quiet button--small", onClick: () => again(row) }, words.retry),
    h(
      "button",
      { type: "button", className: "button button--text button--small", onClick: () => (row.state === "refused" ? show(row, { state: "gone" }) : cancel(row)) },
      row.state === "refused" ? words.dismiss : words.cancel,
    ),
  );

// `known` lists what the server shows already: such a row is drawn there, not twice.
export const Uploader = ({ endpoint, words, label, accept, known, multiple = true }) => {
  const all = useSyncExternalStore(subscribe, () => rows, () => rows);
  const picker = useRef(null);
  useEffect(() => {
    for (const row of rows) {
      if (row.endpoint === endpoint && row.state === "done" && known.includes(row.id)) show(row, { state: "gone" });
    }
  }, [known, endpoint]);
  const mine = all.filter((r) => r.endpoint === endpoint && r.state !== "gone" && r.state !== "done");
  const pick = (event) => {
    for (const file of event.target.files) add(file, endpoint);
    event.target.value = "";
  };
  return h(
    "div",
    { className: "uploader stack-s" },
    mine.length > 0 && h("ul", { className: "stack-s" }, mine.map((row) => one(row, words))),
    h("input", { ref: picker, type: "file", multiple, accept, hidden: true, tabIndex: -1, "aria-hidden": true, onChange: pick }),
    h("button", { type: "button", className: "button button--quiet", "aria-label": label, onClick: () => picker.current.click() },
      h("span", { className: "only-desk" }, words.pick_desk),
      h("span", { className: "only-phone" }, words.pick_phone),
    ),
  );
};
