// What all screens share: words, requests, the bar, and what is told when the program is gone.

export const data = JSON.parse(document.getElementById("data").textContent);
export const byId = (id) => document.getElementById(id);

/** Words by their key, facts in place of what stands in braces. */
export function say(key, facts = {}) {
  const words = data.words[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all).trim();
}

/** An element with attributes and children; texts are texts, never markup. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A refusal: its key and facts are words of `say`. */
export class Refusal extends Error {
  constructor(status, facts) {
    super(facts.error);
    this.status = status;
    this.facts = facts;
  }

  get words() {
    return say(this.facts.error, this.facts);
  }
}

/** Where something is asked, with a query; parts that are empty are left out. */
export function address(path, query = {}) {
  const kept = Object.entries(query).filter(([, value]) => value !== "" && value != null);
  return kept.length ? `${path}?${new URLSearchParams(kept)}` : path;
}

/** The answer in JSON; a Refusal is thrown, and one that nobody gives tells that all is gone. */
export async function ask(path, { body, method, signal } = {}) {
  const how = { method: method ?? (body === undefined ? "GET" : "POST"), signal };
  if (body !== undefined) {
    const raw = body instanceof Blob || body instanceof ArrayBuffer;
    how.headers = { "Content-Type": raw ? "application/octet-stream" : "application/json" };
    how.body = raw ? body : JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, how);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    lost();
    throw new Refusal(0, { error: "lost" });
  }
  found();
  if (answer.ok) return how.method === "HEAD" ? answer : answer.json();
  if (how.method === "HEAD") return ask(path); // which has the words of the refusal
  const facts = await answer.json().catch(() => ({ error: "fault" }));
  if (answer.status === 401) location.reload();
  throw new Refusal(answer.status, facts.error ? facts : { error: "fault" });
}

function lost() {
  const bar = byId("lost");
  if (!bar) return;
  bar.querySelector("span").textContent = say("lost");
  bar.hidden = false;
}

function found() {
  const bar = byId("lost");
  if (bar) bar.hidden = true;
}

/** Only the newest request counts: the answer of an older one is dropped, as undefined. */
export function newest() {
  let running = 0;
  return async (work) => {
    const number = ++running;
    const result = await work(() => number === running);
    return number === running ? result : undefined;
  };
}

export function date(iso) {
  const form = new Intl.DateTimeFormat(data.language, { dateStyle: "long", timeZone: "UTC" });
  return iso ? form.format(new Date(`${iso}T00:00:00Z`)) : "";
}

/** A day and an hour, where the reader is. */
export function clock(iso) {
  const form = new Intl.DateTimeFormat(data.language, { dateStyle: "medium", timeStyle: "short" });
  return iso ? form.format(new Date(iso)) : "";
}

/** A language by its own name, or in the language of the pages. */
export function languageName(tag, within = tag) {
  try {
    const own = within === tag ? data.ownNames[tag] ?? data.ownNames[tag.split("-")[0]] : "";
    const name = own || new Intl.DisplayNames([within], { type: "language" }).of(tag);
    return name.charAt(0).toLocaleUpperCase(within) + name.slice(1);
  } catch {
    return tag;
  }
}

export const remembered = {
  get: (key) => {
    try {
      return localStorage.getItem(`brochure-${key}`) ?? "";
    } catch {
      return "";
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(`brochure-${key}`, value);
    } catch {
      /* a browser that keeps nothing */
    }
  },
};

/** A state in words, its dates as the reader writes them. */
export const sayState = (state) => say(state.key, { ...state, date: date(state.date), when: clock(state.when) });

/** What is told of a handout or an edition, as paragraphs. */
export function states(list) {
  return list.map((state) => {
    const words = el("span", {}, sayState(state));
    // what the program says of a file is English: for who writes, and who reads English
    const told = data.language === "en" ? state.told ?? [] : [];
    words.append(...told.map((line) => el("small", {}, line)));
    return el("p", { class: `state ${state.level}` }, words);
  });
}

// ------------------------------------------------------------------------ bar

export const clinic = () => byId("clinic")?.value ?? "";

/** Fill the bar; `changed` is called when another clinic is chosen. */
export function bar(page, changed = () => {}) {
  document.querySelectorAll(".bar [data-page]").forEach((link) => {
    if (link.dataset.page === page) link.setAttribute("aria-current", "page");
  });
  document.querySelectorAll("[data-needs]").forEach((part) => {
    part.hidden = data.rights !== part.dataset.needs;
  });
  fillClinics(data.clinics);
  wearColours();
  byId("clinic").addEventListener("change", () => {
    remembered.set("clinic", clinic());
    nameHouse();
    changed();
  });
  byId("language").lang = data.language === "es" ? "en" : "es";
  byId("language").addEventListener("click", () => {
    const other = byId("language").lang;
    document.cookie = `brochure_language=${other}; path=/; SameSite=Strict; max-age=31536000`;
    location.reload();
  });
  byId("stop").addEventListener("click", stop);
  byId("again").addEventListener("click", () => location.reload());
  listen();
}

/** Whose desk it is: the clinic that is chosen, else the one that most handouts have. */
function nameHouse() {
  const chosen = clinic() && byId("clinic").selectedOptions[0].textContent;
  document.querySelector(".bar .name").textContent = chosen || data.house.name || say("program");
}

/** The clinic's own colour in place of ours; a dark frame keeps ours, which is light. */
function wearColours() {
  const { brand, tint } = data.house;
  if (!brand) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media (prefers-color-scheme: light) { :root { --brand: ${brand}; --tint: ${tint}; } }`);
  document.adoptedStyleSheets = [sheet];
}

export function fillClinics(rows) {
  const own = el("option", { value: "" }, say("own-clinic"));
  const others = rows
    .filter((row) => row.works)
    .map((row) => el("option", { value: String(row.id) }, row.title));
  byId("clinic").replaceChildren(own, ...others);
  const kept = remembered.get("clinic");
  if (others.some((each) => each.value === kept)) byId("clinic").value = kept;
  document.querySelectorAll("[data-clinics]").forEach((part) => {
    part.hidden = !others.length;
  });
  nameHouse();
}

let closing = false;

async function stop() {
  closing = true;
  await ask("/api/stop", { body: {} }).catch(() => {});
  closed();
}

function closed() {
  if (document.body.className === "alone") return;
  document.body.className = "alone";
  // what stood there is only hidden: an answer that is still on its way may look for it
  for (const each of document.body.children) each.hidden = true;
  document.body.append(el("main", {}, el("h1", {}, say("stopped"))));
}

// -------------------------------------------------------------------- changes

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const listeners = [];

/** Call a function whenever a file of the folder changes. */
export const onChange = (call) => listeners.push(call);

let known = data.version;
const tabs = new BroadcastChannel("brochure");

/** Hear of changes: by one long request of one tab, which tells the others, as a browser opens six
 * connections to a server and no more. Where it has no locks, each asks from time to time. */
function listen() {
  tabs.addEventListener("message", (event) => heard(event.data));
  if (navigator.locks) navigator.locks.request("brochure-listens", () => askAgain({ waits: true }));
  else askAgain({ waits: false });
}

/** Ask again and again, which also says that somebody is here. */
async function askAgain({ waits }) {
  while (!closing) {
    try {
      const answer = await ask(address("/api/changes", waits ? { since: String(known) } : {}));
      tabs.postMessage(answer);
      heard(answer);
      if (!waits) await pause(4);
    } catch {
      await pause(3);
    }
  }
}

function heard(answer) {
  if (answer.closing) {
    closing = true;
    return closed();
  }
  if (answer.version === known) return;
  known = answer.version;
  listeners.forEach((call) => call());
}
