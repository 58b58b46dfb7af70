// The page of a cut line: the dossiers last seen on this device, if it may keep them.
const place = document.getElementById("da-xem");
const { shared, none, seenAt, alive, here } = place.dataset;
const say = (words) => {
  const line = document.createElement("p");
  line.textContent = words;
  place.append(line);
};
const read = () => {
  try {
    return JSON.parse(localStorage.getItem("ho-so-da-xem") ?? "[]");
  } catch {
    return [];
  }
};
const element = (tag, words, css) => {
  const made = document.createElement(tag);
  made.textContent = words;
  made.className = css;
  return made;
};
const moment = (at) =>
  new Date(at).toLocaleString("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh", // F2, whatever the device thinks
    hour: "2-digit",
    minute: "2-digit",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });

if (document.cookie.split("; ").includes("dvc-shared=1")) say(shared);
else {
  const rows = read();
  if (!rows.length) say(none);
  else document.getElementById("luc-xem").hidden = false;
  const list = document.createElement("ul");
  list.className = "stack";
  for (const { code, name, status, at } of rows) {
    const item = element("li", "", "card");
    item.append(element("b", name, "block"), element("span", code, "num small muted block"));
    item.append(element("p", status, ""), element("p", seenAt.replace("{at}", moment(at)), "small muted"));
    list.append(item);
  }
  place.append(list);
}
// The line may be back before it carries anything: ask first, then go on.
const goOn = async () => {
  try {
    const answer = await fetch(alive, { cache: "no-store" });
    if (answer.ok) location.reload();
  } catch {
    /* still cut; asked again below */
  }
};
if (location.pathname !== here) {
  addEventListener("online", goOn);
  setInterval(goOn, 5000);
}
