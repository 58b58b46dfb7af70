// Waiting for something outside: asks again now and then, and talks to the
// program that signs with a USB token on this machine.
import { createElement as h, useEffect, useRef, useState } from "react";

// Calls `onAsk` every `seconds` while it is on the page; never in a hidden tab.
export const AskAgain = ({ seconds, onAsk }) => {
  const ask = useRef(onAsk);
  ask.current = onAsk;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) ask.current();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return null;
};

// Status of the signing program when it does not answer at all.
const ABSENT = -1;

// The PIN is typed in the program's own window and never passes by here.
export const LocalSigner = ({ address, challenge, words, onSigned, onFailed }) => {
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    setBusy(true);
    try {
      const answer = await fetch(`${address}/auth`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ challenge }),
      });
      const told = await answer.json();
      if (told.Status === 0)
        onSigned(told.certificate, JSON.stringify(told.chain ?? []), told.signature);
      else onFailed(Number(told.Status));
    } catch {
      onFailed(ABSENT);
    }
    setBusy(false);
  };
  return h(
    "button",
    { type: "button", className: "button", onClick: sign, disabled: busy, "aria-busy": busy },
    busy ? words.busy : words.sign,
  );
};

// The QR on a card: number|former number|name|ddmmyyyy|sex|address|issued.
const fill = (id, value) => {
  const field = document.getElementById(id);
  if (field && value) field.value = value;
};

// Drawn only where the browser reads codes by itself; nothing leaves the device.
export const CardScanner = ({ words }) => {
  const [able, setAble] = useState(false);
  const [state, setState] = useState("");
  const video = useRef(null);
  useEffect(() => {
    setAble("BarcodeDetector" in window && !!navigator.mediaDevices);
  }, []);
  useEffect(() => {
    if (state !== "on") return undefined;
    let stream = null;
    let over = false;
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    const look = async () => {
      if (over) return;
      const [found] = await detector.detect(video.current).catch(() => []);
      const parts = found?.rawValue.split("|") ?? [];
      if (parts.length >= 6 && /^\d{12}$/.test(parts[0])) {
        fill("citizen_id", parts[0]);
        fill("full_name", parts[2]);
        fill("birth_date", parts[3].replace(/^(\d\d)(\d\d)(\d{4})$/, "$1/$2/$3"));
        setState("done");
      } else setTimeout(look, 250);
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .then((opened) => {
        stream = opened;
        if (over) return stream.getTracks().forEach((track) => track.stop());
        video.current.srcObject = stream;
        return video.current.play().then(look);
      })
      .catch(() => setState("refused"));
    return () => {
      over = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [state]);
  if (!able) return null;
  return h(
    "div",
    { className: "stack" },
    state === "on"
      ? h("video", { ref: video, className: "scanner", muted: true, playsInline: true })
      : null,
    h(
      "button",
      {
        type: "button",
        className: "button button--quiet",
        onClick: () => setState(state === "on" ? "" : "on"),
      },
      state === "on" ? words.stop : words.scan,
    ),
    h("p", { className: "small muted", role: "status" }, words[state] ?? words.hint),
  );
};

// A message of the socket is short, so only certificates that name the signer travel;
// when none does, a few go all the same and the portal says what is wrong with them.
const MOST_CERTIFICATES = 6;
const namingOf = (held, number) => {
  const mine = held.filter((one) => number && atob(one.certificate).includes(number));
  const offered = (mine.length ? mine : held).slice(0, MOST_CERTIFICATES);
  return offered.map((one) => [one.certificate, ...(one.chain ?? [])]);
};

// Signs hashes with a USB token: certificates first, no PIN; then, once the portal has
// chosen one and built the documents, one PIN for all of them at the program's window.
export const HashSigner = ({ address, number, certificate, documents, session, words, onCertificates, onSigned, onFailed }) => {
  const [busy, setBusy] = useState(false);
  const sent = useRef("");
  const left = useRef(new AbortController());
  // Who leaves takes the question back: its answer would belong to another press.
  useEffect(() => () => left.current.abort(), [session]);
  const ask = async (path, body) => {
    const answer = await fetch(`${address}/${path}`, {
      signal: left.current.signal,
      ...(body && {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const told = await answer.json();
    if (told.Status !== 0) throw Number(told.Status);
    return told;
  };
  const fail = (why) => {
    if (why?.name === "AbortError") return;
    setBusy(false);
    onFailed(session, typeof why === "number" ? why : ABSENT);
  };
  useEffect(() => {
    if (!session || sent.current === `${session}:${certificate}`) return;
    sent.current = `${session}:${certificate}`;
    if (left.current.signal.aborted) left.current = new AbortController();
    setBusy(true);
    if (!certificate) {
      ask("certificates")
        .then((told) => onCertificates(session, namingOf(told.Certificates, number)))
        .catch(fail);
      return;
    }
    const asked = { SessionId: session, Certificate: certificate, Documents: documents };
    ask("sign-hash", asked)
      .then((told) => {
        setBusy(false);
        onSigned(session, told.signatures);
      })
      .catch(fail);
  }, [session, certificate]);
  return busy ? h("p", { role: "status" }, certificate ? words.pin : words.looking) : null;
};
