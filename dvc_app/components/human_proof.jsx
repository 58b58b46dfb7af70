// The picture code, its sound, and the way round both for whoever uses neither (R33).
import { createElement as h, useEffect, useRef, useState } from "react";

const PICTURE_LIVES = 4.5 * 60 * 1000; // the server takes its answer for five minutes
const MOST_TRIES = 900; // of the proof; what the progress counts towards
const STEP = 20;

// The device tries keys until one fits; the browser computes each of them natively.
const compute = async (address, onStep) => {
  const [{ solveChallenge }, { deriveKey }, answer] = await Promise.all([
    import("altcha-lib"),
    import("altcha-lib/algorithms/web/pbkdf2"),
    fetch(address, { headers: { accept: "application/json" } }),
  ]);
  const challenge = await answer.json();
  let tries = 0;
  const counted = (...given) => {
    tries += 1;
    if (tries % STEP === 0) onStep(Math.min(tries, MOST_TRIES - 1));
    return deriveKey(...given);
  };
  const solution = await solveChallenge({ challenge, deriveKey: counted });
  if (!solution) throw new Error("unsolved");
  return btoa(JSON.stringify({ challenge, solution }));
};

// `spent` is any text that changes whenever the server has used the proof up.
export const HumanProof = ({ always, spent, error, pictures, picture, sound, challenge, words }) => {
  const [needed, setNeeded] = useState(always);
  const [id, setId] = useState("");
  const [way, setWay] = useState("picture"); // picture, computing, computed
  const [fault, setFault] = useState("");
  const [tries, setTries] = useState(0);
  const [payload, setPayload] = useState("");
  const [readings, setReadings] = useState(0); // how often the digits were spoken
  const [speaking, setSpeaking] = useState(false);
  const typed = useRef(null);
  const player = useRef(null);
  const first = useRef(true);

  const hush = () => {
    player.current?.pause();
    setSpeaking(false);
  };
  // Begun within the click itself: a phone plays nothing that begins later.
  const speak = () => {
    setFault("");
    hush();
    const mute = () => {
      setSpeaking(false);
      setFault(words.noSound);
    };
    const voice = new Audio(`${sound.replace("{picture_id}", id)}?lan=${readings + 1}`);
    voice.onended = () => setSpeaking(false);
    voice.onerror = mute;
    player.current = voice;
    setReadings(readings + 1);
    setSpeaking(true);
    voice.play().catch((reason) => reason?.name !== "AbortError" && mute());
  };
  const change = async () => {
    setFault("");
    hush();
    setReadings(0);
    if (typed.current) typed.current.value = "";
    try {
      const answer = await fetch(pictures, { method: "POST", headers: { accept: "application/json" } });
      setId((await answer.json()).picture);
    } catch {
      setFault(words.noPicture);
    }
  };
  const prove = async () => {
    setFault("");
    hush();
    setPayload("");
    setTries(0);
    setWay("computing");
    try {
      setPayload(await compute(challenge, setTries));
      setWay("computed");
    } catch {
      setWay("picture");
      setFault(words.failed);
      change();
    }
  };
  const renew = () => (way === "picture" ? change() : prove());

  useEffect(() => {
    if (needed) renew();
  }, [needed]);
  useEffect(() => {
    if (!first.current && needed) renew();
    first.current = false;
  }, [spent]);
  useEffect(() => {
    const refused = ({ detail }) => {
      if (!detail?.needs_proof) return;
      if (needed) renew();
      setNeeded(true);
    };
    window.addEventListener("post-refused", refused);
    return () => window.removeEventListener("post-refused", refused);
  });
  useEffect(() => {
    const timer = setTimeout(() => id && way === "picture" && change(), PICTURE_LIVES);
    return () => clearTimeout(timer);
  }, [id, way]);

  useEffect(() => () => player.current?.pause(), []);

  if (!needed) return null;
  const reading = way === "picture";
  const wrong = reading ? error : ""; // what was wrong with a picture is past by now
  return h(
    "div",
    { className: `field human ${wrong ? "field--error" : ""}` },
    reading && h("label", { htmlFor: "picture" }, h("span", { className: "required" }, words.label)),
    reading && h("span", { className: "hint", id: "picture-goi-y" }, words.hint),
    h("span", { className: "error", id: "picture-loi", key: way }, wrong),
    reading &&
      h(
        "div",
        { className: "human-row" },
        id
          ? h("img", { src: picture.replace("{picture_id}", id), alt: words.picture, width: 260, height: 84, onError: () => setFault(words.noPicture) })
          : h("span", { className: "skeleton human-picture", "aria-hidden": "true" }),
        h("input", {
          id: "picture",
          name: "picture",
          ref: typed,
          autoComplete: "off",
          autoCapitalize: "characters",
          spellCheck: false,
          enterKeyHint: "done",
          "aria-required": "true",
          "aria-invalid": wrong ? "true" : "false",
          "aria-describedby": "picture-loi picture-goi-y",
        }),
      ),
    reading &&
      h(
        "div",
        { className: "row" },
        h("button", { type: "button", className: "button button--text", onClick: change }, words.another),
        h("button", { type: "button", className: "button button--text", disabled: !id, onClick: speak }, readings ? words.listenAgain : words.listen),
        h("button", { type: "button", className: "button button--text", onClick: prove }, words.cannotRead),
      ),
    way === "computing" && h("progress", { max: MOST_TRIES, value: tries, "aria-label": words.computing }),
    h("p", { role: "status", className: "small" }, fault || (way === "computing" ? words.computing : way === "computed" ? words.computed : speaking ? words.speaking : "")),
    h("input", { type: "hidden", name: "picture_id", value: id }),
    h("input", { type: "hidden", name: "altcha", value: payload }),
  );
};
