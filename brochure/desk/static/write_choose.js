// Which handout to write: one of the folder, a new one, or one made of a document.

import { Refusal, address, ask, byId, data, el, languageName, newest, say } from "./common.js";

const LANGUAGES = ["en-US", "es", "zh-Hans", "vi", "fil", "ko", "ru", "ar", "fr", "de", "pt", "hi"];

export function startChoosing() {
  byId("choose").hidden = false;
  byId("new-language").replaceChildren(
    ...LANGUAGES.map((tag) => el("option", { value: tag, lang: tag }, languageName(tag))),
  );
  byId("new").addEventListener("submit", make);
  byId("import-file").addEventListener("change", () => take(byId("import-file").files[0]));
  byId("import-paste").addEventListener("paste", pasted);
  byId("write-find").addEventListener("input", list);
  list();
}

function tell(words) {
  byId("choose-said").textContent = words;
}

async function make(event) {
  event.preventDefault();
  await create({ title: byId("new-title").value, language: byId("new-language").value });
}

async function create(body) {
  try {
    const made = await ask("/api/handouts", { body });
    location.assign(`/write/${made.id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.words);
  }
}

/** Take what is pasted as a document: with its headings and lists, where the clipboard has them. */
function pasted(event) {
  event.preventDefault();
  const [html, text] = ["text/html", "text/plain"].map((kind) => event.clipboardData.getData(kind));
  if (html.trim()) take(new File([html], "pasted.html"));
  else if (text.trim()) take(new File([text], "pasted.txt"));
}

/** Show what a document would become; it is a handout once that is wanted. */
async function take(file) {
  if (!file) return;
  const box = byId("import-told");
  box.replaceChildren(el("p", {}, say("reading-document")));
  try {
    const made = await ask(address("/api/import", { name: file.name }), { body: file });
    const use = el("button", { type: "button", class: "main" }, say("import-make", { title: made.title }));
    use.addEventListener("click", () => create({ title: made.title, language: made.language, text: made.text }));
    const told = made.told.map((line) => el("li", {}, line));
    box.replaceChildren(use, el("ul", {}, ...told));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    box.replaceChildren(el("p", {}, error.words));
  }
}

const latest = newest();

async function list() {
  const answer = await latest(() => ask(address("/api/handouts", { q: byId("write-find").value.trim() })));
  if (!answer) return;
  const rows = [...answer.most, ...answer.rows].map((row) => {
    const about = [...row.topics.slice(0, 2), languageName(row.tag, data.language)].join(" · ");
    const link = el("a", { href: `/write/${row.id}` }, el("b", { lang: row.language }, row.title), el("small", {}, about));
    return el("li", {}, link);
  });
  byId("handouts").replaceChildren(...rows);
}
