// Files on their way to the server (tus): one at a time, each kept on the device until
// it has arrived, so that a closed tab or a phone that put the page to sleep costs nothing.
import { Upload } from "tus-js-client";

const CHUNK = 4 << 20;
const DELAYS = [0, 1000, 2000, 4000, 8000, 15000, 15000, 30000, 30000];
const KEPT_DAYS = 2;
const SIDE = 2480; // pixels: A4 at more than 200 dpi
const QUALITY = 0.8;
const SMALL = 1.5 * 2 ** 20; // bytes: such a picture is sent as it is
const ON_THE_WAY = ["preparing", "waiting", "sending", "offline", "failed"];

// ---- the rows, outside React: an upload goes on while the person moves between pages
let rows = [];
const listeners = new Set();
export const subscribe = (listener) => (listeners.add(listener), () => listeners.delete(listener));
export const currentRows = () => rows;
export const isOnTheWay = (row) => ON_THE_WAY.includes(row.state);
const redraw = () => {
  rows = rows.filter((row) => row.state !== "gone");
  listeners.forEach((listener) => listener());
};
export const show = (row, change) => (Object.assign(row, change), redraw());
const idOf = (url) => url?.split("/").pop() ?? "";

// ---- what the device remembers; on a shared device nothing (R5, C27)
const isShared = () => document.cookie.split("; ").includes("dvc-shared=1");
const addresses = {
  findUploadsByFingerprint: async (mark) =>
    !isShared() && localStorage.getItem(mark) ? [{ uploadUrl: localStorage.getItem(mark), urlStorageKey: mark }] : [],
  addUpload: async (mark, { uploadUrl }) => (isShared() || localStorage.setItem(mark, uploadUrl), mark),
  removeUpload: async (mark) => localStorage.removeItem(mark),
  findAllUploads: async () => [],
};

const shelf = () =>
  new Promise((done, failed) => {
    const asked = indexedDB.open("dvc-uploads", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("files", { keyPath: "mark" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
const onShelf = async (mode, act) => {
  try {
    const database = await shelf();
    return await new Promise((done) => {
      const asked = act(database.transaction("files", mode).objectStore("files"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done(undefined);
    }).finally(() => database.close());
  } catch {
    return undefined; // no room, or a private window: the upload goes on without
  }
};
const keep = (row) =>
  isShared() || onShelf("readwrite", (s) => s.put({ mark: row.mark, endpoint: row.endpoint, name: row.name, file: row.file, at: Date.now() }));
const forget = (row) => onShelf("readwrite", (s) => s.delete(row.mark));

// One tab sends a file, whichever tab has it: the others leave it alone.
const alone = (mark) =>
  new Promise((done) => {
    if (!navigator.locks) return done(() => {});
    navigator.locks.request(mark, { ifAvailable: true }, (lock) => {
      if (!lock) return done(null);
      return new Promise((release) => done(release));
    });
  });

// ---- photos are made smaller before they travel (R20); what cannot be read stays as it is
const isPicture = (file) => /^image\//.test(file.type) || /\.(jpe?g|png|hei[cf])$/i.test(file.name);
const smaller = async (file) => {
  const isHeic = /hei[cf]/i.test(file.type + file.name.slice(-5));
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= SMALL && !isHeic) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    canvas.width = canvas.height = 0; // phones keep the memory otherwise
    if (!blob || (blob.size >= file.size && !isHeic)) return file;
    const name = file.name.replace(/\.[^.]*$/, "") + ".jpg";
    return new File([blob], name, { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return file;
  }
};
const prepared = (file, shrinks) => (shrinks && isPicture(file) ? smaller(file) : file);

// ---- sending
const next = async () => {
  if (rows.some((row) => row.state === "sending")) return;
  const row = rows.find((each) => each.state === "waiting");
  if (!row) return;
  show(row, { state: "sending" });
  const [before] = await row.upload.findPreviousUploads();
  if (before && !row.upload.url) row.upload.resumeFromPreviousUpload(before);
  if (row.state === "sending") row.upload.start();
};
export const again = (row) => (show(row, { state: "waiting", problem: "" }), next());
const end = (row, state, problem = "") => {
  if (state === "done" || state === "refused" || state === "gone") {
    forget(row);
    row.release?.();
  }
  show(row, { state, problem, id: idOf(row.upload?.url) || row.id });
  next();
};
export const cancel = async (row) => {
  const upload = row.upload;
  end(row, "gone");
  await upload?.abort(true).catch(() => {});
};
export const dismiss = (row) => end(row, "gone");
export const remove = (address) => Upload.terminate(address, {}).catch(() => {});

const uploadOf = (row, address) =>
  new Upload(row.file, {
    endpoint: row.endpoint,
    uploadUrl: address,
    chunkSize: CHUNK,
    retryDelays: DELAYS,
    metadata: { filename: row.name },
    urlStorage: addresses,
    fingerprint: async () => row.mark,
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => show(row, { percent: Math.floor((sent * 100) / Math.max(all, 1)), id: idOf(row.upload.url) || row.id }),
    onSuccess: () => end(row, "done"),
    onShouldRetry: (error) => ![403, 404, 409, 413, 415].includes(error.originalResponse?.getStatus()) && navigator.onLine,
    onError: (error) => {
      const problem = error.originalResponse?.getHeader("upload-problem") ?? "";
      end(row, problem ? "refused" : navigator.onLine ? "failed" : "offline", problem);
    },
  });

const rowOf = (name, endpoint) => ({
  key: crypto.getRandomValues(new Uint32Array(2)).join("-"),
  name,
  endpoint,
  id: "",
  percent: 0,
  state: "preparing",
  problem: "",
});

const queue = async (row, file, address) => {
  row.file = file;
  row.name = file.name;
  row.mark = `upload:${row.endpoint}:${file.size}:${file.lastModified}`;
  const release = await alone(row.mark);
  if (release === null || row.state === "gone") return show(row, { state: "gone" }); // another tab sends it
  row.release = release;
  row.upload = uploadOf(row, address);
  keep(row);
  show(row, { state: "waiting" });
};

// Sent in the order they were picked, and prepared in that order too.
let preparing = Promise.resolve();
export const add = (files, endpoint, shrinks) => {
  for (const file of files) {
    const row = rowOf(file.name, endpoint);
    rows = [...rows, row];
    const prepare = async () => row.state === "gone" || queue(row, await prepared(file, shrinks));
    preparing = preparing.then(prepare).then(next, () => end(row, "failed"));
  }
  redraw();
};

// Go on with a file the server has a part of; false when this is not that file.
export const goOn = async (file, part, endpoint, shrinks) => {
  const same = [file, await prepared(file, shrinks)].find((each) => each.size === part.size);
  if (!same) return false;
  const row = { ...rowOf(file.name, endpoint), id: part.id, percent: part.percent };
  rows = [...rows, row];
  await queue(row, same, part.address);
  next();
  return true;
};

// What this device still holds of an earlier visit goes on by itself.
const revived = new Set();
export const revive = async (endpoint) => {
  if (revived.has(endpoint) || isShared()) return;
  revived.add(endpoint);
  const kept = (await onShelf("readonly", (s) => s.getAll())) ?? [];
  for (const entry of kept) {
    if (Date.now() - entry.at > KEPT_DAYS * 86400000) forget(entry);
    else if (entry.endpoint === endpoint && !rows.some((row) => row.mark === entry.mark)) {
      const row = rowOf(entry.name, endpoint);
      const [before] = await addresses.findUploadsByFingerprint(entry.mark);
      row.id = idOf(before?.uploadUrl);
      rows = [...rows, row];
      await queue(row, entry.file);
    }
  }
  next();
};

if (typeof window !== "undefined") {
  window.addEventListener("online", () => rows.filter((row) => row.state === "offline").forEach(again));
  // A closed tab would cut what is still on its way: the browser asks first.
  window.addEventListener("beforeunload", (event) => {
    if (rows.some((row) => ["preparing", "waiting", "sending"].includes(row.state))) event.preventDefault();
  });
}
