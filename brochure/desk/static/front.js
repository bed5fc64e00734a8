// The front desk: find, look, print.

import {
  Refusal, address, ask, bar, byId, clinic, clock, data, date, el, fillClinics, languageName, newest,
  onChange, say, sayState, states,
} from "./common.js";
import { startSet } from "./front_set.js";
import { isFirefox, printPdf } from "./print.js";

const view = { rows: [], chosen: 0, language: "", edition: null, title: "", old: null };
const [COLOUR, MONO] = data.inks;

// ------------------------------------------------------------------- the order

const kind = () => document.querySelector("#kinds input:checked")?.value ?? data.options.kind;
const ink = () => (byId("mono").checked ? MONO : COLOUR);
const copies = () => Math.min(99, Math.max(1, Math.round(Number(byId("copies").value)) || 1));
const query = (more = {}) => ({ clinic: clinic(), kind: kind(), ink: ink(), ...more });
/** What is printed: the handout that is chosen, or the old version of it that is shown. */
const named = () => view.old?.named ?? view.chosen;
const of = (what, more) => address(`/api/handouts/${named()}/${what}`, query(more));
const tell = (words) => {
  byId("said").textContent = words;
};
const wordsOf = (error) => (error instanceof Refusal ? error.words : say("fault"));

function kindName(name) {
  const plain = name.replaceAll("-", " ");
  return data.words[`kind-${name}`] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

function makeKinds() {
  byId("kinds").replaceChildren(
    ...data.kinds.map((name) => {
      const id = `kind-${name}`;
      const input = el("input", {
        type: "radio", name: "kind", id, value: name, checked: name === data.options.kind,
        "aria-describedby": `${id}-sheets ${id}-why`,
      });
      input.addEventListener("change", show);
      return el(
        "div", { class: "pick" }, input, el("label", { for: id }, kindName(name)),
        el("span", { class: "sheets", id: `${id}-sheets` }),
        el("span", { class: "why", id: `${id}-why` }),
      );
    }),
  );
}

const latestKinds = newest();

async function showKinds() {
  const path = address(`/api/handouts/${named()}/kinds`, { clinic: clinic(), ink: ink() });
  const answer = await latestKinds(() => ask(path)).catch(() => undefined);
  for (const each of answer?.kinds ?? []) {
    const id = `kind-${each.kind}`;
    const stopped = !each.sheets;
    const many = each.sheets === 1 ? "sheet" : "sheets";
    byId(`${id}-sheets`).textContent = stopped ? "" : say(many, { sheets: each.sheets });
    // any other reason is the file's, and told once, above the pages
    byId(`${id}-why`).textContent = each.key === "too-long" ? say("kind-too-long", each) : "";
    byId(id).disabled = stopped && !byId(id).checked;
  }
}

function setCopies(number) {
  byId("copies").value = Math.min(99, Math.max(1, number));
  links();
}

/** Give the links what they lead to now; without pages they lead nowhere. */
function links() {
  const works = Boolean(view.edition?.pages.length);
  const save = { save: "1" };
  for (const [id, what, more] of [
    ["download", "pdf", save], ["email", "draft.eml"], ["mail-draft", "draft.eml"],
    ["mail-pdf", "pdf", save],
  ]) {
    const link = byId(id);
    if (works) link.href = of(what, more);
    else link.removeAttribute("href");
    link.toggleAttribute("aria-disabled", false);
    if (!works) link.setAttribute("aria-disabled", "true");
    link.setAttribute("role", "link");
    link.tabIndex = 0;
  }
  byId("print").disabled = !works;
  byId("print").textContent = view.old ? say("print-old", { when: clock(view.old.when) }) : say("print");
  byId("add").disabled = !works;
  byId("hint").hidden = !works;
  if (works) byId("edge").replaceChildren(...strong(edgeWords(view.edition.edge)));
}

/** Words in two stars are bold. */
const strong = (words) => words.split("**").map((part, at) => (at % 2 ? el("b", {}, part) : part));

function edgeWords(edge) {
  return isFirefox ? `${say(`edge-${edge}`)} ${say("edge-firefox")}` : say(`edge-${edge}`);
}

// ------------------------------------------------------------------- the pages

const latestPages = newest();

/** Ask for the pages of what is chosen, and show them; the old ones stay until then, pale. */
async function show() {
  if (!view.chosen) return;
  byId("paper").classList.add("old");
  byId("print").disabled = true;
  let answer;
  try {
    answer = await latestPages(() => ask(of("pages")));
  } catch (error) {
    answer = { title: view.title, pages: [], states: [{ level: "stop", key: error.message }] };
    if (!(error instanceof Refusal)) throw error;
  }
  if (!answer) return;
  view.edition = answer;
  view.title = answer.title;
  draw(answer);
  links();
  if (!answer.id) return;
  showKinds();
  showOlder();
}

// ------------------------------------------------------------- an older version

const latestOlder = newest();

const isStopped = (edition) => edition.states.some((state) => state.level === "stop");

/** Where the file cannot be printed, offer the last version that could be; from it, the way back. */
async function showOlder() {
  const stopped = isStopped(view.edition);
  const path = address(`/api/handouts/${view.chosen}/last`, { clinic: clinic() });
  const work = () => (stopped && !view.old ? ask(path) : {});
  const found = await latestOlder(work).catch(() => ({}));
  if (!found) return;
  byId("older").hidden = !view.old && !found.named;
  if (byId("older").hidden) return byId("older").replaceChildren();
  const button = el("button", { type: "button" });
  const facts = { when: clock(found.when) };
  button.textContent = view.old ? say("show-new") : say("show-old", facts);
  button.addEventListener("click", () => turnTo(view.old ? null : found));
  byId("older").replaceChildren(...(view.old ? [] : [el("p", {}, say("old-there", facts))]), button);
}

/** Show an old version, or the newest; the focus goes to what comes next. */
async function turnTo(old) {
  view.old = old;
  await show();
  (old ? byId("print") : byId("find")).focus();
}


function draw(edition) {
  byId("title").textContent = edition.title;
  byId("title").lang = edition.language ?? "";
  byId("states").replaceChildren(...states(edition.states));
  byId("facts").replaceChildren(...facts(edition));
  const paper = byId("paper");
  paper.classList.remove("old");
  paper.classList.toggle("wide", edition.pages.length > 0 && edition.pages[0].width > 700);
  const count = edition.pages.length;
  paper.replaceChildren(
    ...edition.pages.map((page, index) =>
      el("img", {
        src: of("page.svg", { page: index + 1, mark: edition.mark.slice(0, 12) }),
        alt: say("page", { page: index + 1, pages: count }),
        width: Math.round(page.width), height: Math.round(page.height),
      }),
    ),
  );
}

function facts(edition) {
  if (!edition.pages.length) return [];
  const numbers = { pages: edition.pages.length, sheets: edition.sheets };
  const parts = [el("span", {}, say(edition.sheets === 1 ? "pages-sheet" : "pages-sheets", numbers))];
  if (edition.reviewed) parts.push(el("span", {}, say("reviewed", { date: date(edition.reviewed) })));
  const label = `${say("read-text")} (${say("opens-window")})`;
  const link = { href: of("pdf"), target: "_blank", rel: "noopener", "aria-label": label };
  return [...parts, el("a", link, say("read-text"))];
}

// -------------------------------------------------------------------- the list

const latestList = newest();

let listing = Promise.resolve();

function list() {
  listing = fetchList();
  return listing;
}

async function fetchList() {
  const wanted = { q: byId("find").value.trim(), language: view.language, clinic: clinic() };
  const answer = await latestList(() => ask(address("/api/handouts", wanted))).catch(() => undefined);
  if (!answer) return;
  chips(answer.languages);
  if (JSON.stringify(answer.clinics) !== JSON.stringify(data.clinics)) {
    data.clinics = answer.clinics; // of files that came after the page
    fillClinics(data.clinics);
  }
  view.rows = [...answer.most, ...answer.rows];
  const groups = [
    [say("most"), answer.most],
    [say(wanted.q ? "found" : "all"), answer.rows],
  ].filter(([, rows]) => rows.length);
  byId("list").replaceChildren(...groups.map(([name, rows]) => group(name, rows)));
  const count = view.rows.length;
  const nothing = view.language ? "count-none-in" : "count-none";
  const empty = wanted.q || view.language ? nothing : "none";
  byId("none").hidden = count > 0;
  byId("none").textContent = count ? "" : say(empty);
  byId("count").textContent = count ? say(count === 1 ? "count-one" : "count", { count }) : say(empty);
  if (!view.rows.some((row) => row.id === view.chosen) && count) choose(view.rows[0].id);
  else mark();
}

function chips(languages) {
  const made = ["", ...languages].map((tag) => {
    const name = tag ? languageName(tag) : say("all-languages");
    const pressed = String(view.language === tag);
    const chip = el("button", { type: "button", "aria-pressed": pressed, "data-tag": tag }, name);
    if (tag) chip.lang = tag;
    chip.addEventListener("click", () => {
      view.language = tag;
      list();
    });
    return chip;
  });
  const held = byId("languages").contains(document.activeElement) ? document.activeElement : null;
  byId("languages").replaceChildren(...(languages.length > 1 ? made : []));
  if (held) made.find((chip) => chip.dataset.tag === held.dataset.tag)?.focus();
}

function group(name, rows) {
  const heading = el("div", { class: "group", "aria-hidden": "true" }, name);
  return el("div", { role: "group", "aria-label": name }, heading, ...rows.map(option));
}

function option(row) {
  const worst = row.states.find((state) => state.level === "stop") ?? row.states[0];
  const about = [...row.topics.slice(0, 2), languageName(row.tag, data.language)].join(" · ");
  const title = el("span", { class: "title", lang: row.language }, row.title);
  const words = el("span", { class: "words" }, title);
  if (row.titleEn && row.titleEn !== row.title) {
    words.append(el("span", { class: "more", lang: "en" }, row.titleEn));
  }
  const wrong = worst ? sayState(worst) : "";
  words.append(el("span", { class: `more ${worst?.level ?? ""}` }, worst ? wrong : about));
  const made = el("div", { role: "option", id: `o-${row.id}`, "aria-selected": "false" });
  made.append(thumbnail(row), words);
  made.addEventListener("click", () => choose(row.id));
  return made;
}

function thumbnail(row) {
  if (row.states.some((state) => state.level === "stop")) return el("span", { class: "no-picture" });
  const source = address(`/api/handouts/${row.id}/picture`, {
    clinic: clinic(), page: "1", width: "140",
  });
  const picture = el("img", { src: source, alt: "", loading: "lazy", width: 42, height: 54 });
  picture.addEventListener("error", () => picture.replaceWith(el("span", { class: "no-picture" })));
  return picture;
}

let waiting = 0;

function choose(id) {
  if (!id) return;
  view.chosen = id;
  view.old = null;
  tell("");
  mark();
  clearTimeout(waiting);
  waiting = setTimeout(show, 60); // while an arrow key is held down, only the last is shown
}

function mark() {
  for (const each of document.querySelectorAll("[role=option]")) {
    const chosen = each.id === `o-${view.chosen}`;
    each.setAttribute("aria-selected", String(chosen));
    if (chosen) each.scrollIntoView({ block: "nearest" });
  }
  for (const owner of [byId("find"), byId("list")]) {
    if (byId(`o-${view.chosen}`)) owner.setAttribute("aria-activedescendant", `o-${view.chosen}`);
    else owner.removeAttribute("aria-activedescendant");
  }
}

function step(by) {
  const at = view.rows.findIndex((row) => row.id === view.chosen);
  const next = Math.min(view.rows.length - 1, Math.max(0, at + by));
  choose(view.rows[next]?.id);
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function keys(event) {
  if (event.key in STEPS) {
    event.preventDefault();
    step(STEPS[event.key]);
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    printChosen();
  }
}

// ------------------------------------------------------------------------ print

/** Wait for the pages that are asked for, so that Enter prints what was just found. */
async function settled() {
  if (typing) {
    clearTimeout(typing);
    typing = 0;
    view.chosen = 0;
    list();
  }
  await listing;
  clearTimeout(waiting);
  await show();
}

async function printChosen() {
  await settled();
  const edition = view.edition;
  if (edition?.id !== view.chosen) return;
  if (!edition.pages.length) {
    tell(sayState(edition.states[0] ?? { key: "cannot-print" }));
    return;
  }
  const number = copies();
  await printed(of("pdf", { copies: number > 1 ? number : "" }), [named()], number);
}

/** Print a PDF of one handout or a set, count it, and put the cursor back where the next begins. */
async function printed(source, ids, number) {
  tell(say("printing"));
  try {
    const opened = await printPdf(source);
    tell(opened ? openWords(number) : say("print-failed"));
    if (!opened) return;
    await ask("/api/printed", { body: { ids, copies: number, ...query() } });
    setCopies(1);
    byId("find").focus();
    byId("find").select();
  } catch (error) {
    tell(wordsOf(error));
  }
}

function openWords(number) {
  const more = isFirefox && number > 1 ? ` ${say("copies-set", { copies: number })}` : "";
  return say("print-open") + more;
}

// ----------------------------------------------------------------------- e-mail

async function copyMessage() {
  const said = byId("mail-said");
  const text = byId("mail-text");
  text.hidden = true;
  try {
    const message = await ask(of("message"));
    text.value = `${message.subject}\n\n${message.text}`;
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = say("copied");
    } catch {
      said.textContent = say("copy-failed");
      text.hidden = false;
      text.select();
    }
  } catch (error) {
    said.textContent = wordsOf(error);
  }
}

/** Save a file, or say why there is none: a refusal must not be saved in its place. */
async function save(event, said) {
  event.preventDefault();
  const link = event.currentTarget;
  if (!link.href) return;
  try {
    const answer = await ask(link.href, { method: "HEAD" });
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "";
    const hidden = el("a", { href: link.href, download: name });
    document.body.append(hidden);
    hidden.click();
    hidden.remove();
    said.textContent = say("saved-as", { name });
  } catch (error) {
    said.textContent = wordsOf(error);
  }
}

// ------------------------------------------------------------------------ start

let typing = 0;

/** A file of the folder changed: an old version stays while the newest still cannot be printed. */
async function follow() {
  list();
  const { old } = view;
  const path = address(`/api/handouts/${view.chosen}/pages`, query());
  const now = old && (await ask(path).catch(() => null));
  if (view.old !== old) return; // another was chosen meanwhile
  if (now && !isStopped(now)) view.old = null;
  show();
}

function begin() {
  const anew = () => {
    view.old = null;
    list();
    show();
  };
  bar("front", anew);
  makeKinds();
  links();
  byId("find").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = 0;
      view.chosen = 0;
      list();
    }, 60);
  });
  byId("find").addEventListener("keydown", keys);
  byId("list").addEventListener("keydown", keys);
  document.addEventListener("keydown", (event) => {
    const within = event.target.closest("input, textarea, select, dialog");
    if (event.key === "/" && !within && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      byId("find").focus();
    }
  });
  byId("mono").addEventListener("change", show);
  byId("fewer").addEventListener("click", () => setCopies(copies() - 1));
  byId("more").addEventListener("click", () => setCopies(copies() + 1));
  byId("copies").addEventListener("change", () => setCopies(copies()));
  byId("print").addEventListener("click", printChosen);
  byId("download").addEventListener("click", (event) => save(event, byId("said")));
  byId("email").addEventListener("click", (event) => {
    event.preventDefault();
    if (!view.edition?.pages.length) return;
    byId("mail-said").textContent = "";
    byId("mail-text").hidden = true;
    byId("mail").showModal();
  });
  for (const id of ["mail-draft", "mail-pdf"]) {
    byId(id).addEventListener("click", (event) => save(event, byId("mail-said")));
  }
  byId("mail-copy").addEventListener("click", copyMessage);
  byId("mail-close").addEventListener("click", () => byId("mail").close());
  startSet({ view, named, query, printed, copies, tell, save });
  onChange(follow);
  list();
}

begin();
