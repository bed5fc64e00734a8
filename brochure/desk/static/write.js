// The Write screen: one text in this page, which the form and the text field both change.

import { bar, byId, data, el, onChange, say } from "./common.js";
import { startChoosing } from "./write_choose.js";
import { draft, state, pump, settle } from "./write_draft.js";
import { drawFindings, nextFinding, shownFindings } from "./write_findings.js";
import { drawForm, fieldAt, focusPath, markField, startMarks } from "./write_form.js";
import { outlined, overWords, place, showPages, textAt } from "./write_pages.js";
import { startSaving, toldChange } from "./write_saving.js";
import { drawText, focusLine, startText } from "./write_text.js";

const views = { form: "as-form", text: "as-text" };

/** Show the form or the text; what was typed is in the one text of both. */
async function view(name) {
  if (state.view === name) return;
  await settle();
  state.view = name;
  for (const [each, id] of Object.entries(views)) {
    byId(each).hidden = each !== name;
    byId(id).setAttribute("aria-pressed", String(each === name));
  }
  draw(true);
}

function draw(whole) {
  if (state.view === "text") drawText();
  else drawForm(whole);
  drawFindings();
}

/** Where the text is too long: the longest sections, each a button that goes to its longest words. */
function shorten({ over, longest = [], unit }) {
  byId("shorten").hidden = !over || !longest.length;
  const rows = over ? longest : [];
  const names = rows.map((each) => say(`section-${unit}`, each));
  const old = [...byId("shorten").querySelectorAll("button")];
  if (old.length === rows.length) { // the focus stays
    old.forEach((each, at) => Object.assign(each, { textContent: names[at], onclick: () => goTo(rows[at]) }));
    return;
  }
  const buttons = rows.map((each, at) => {
    const made = el("button", { type: "button" }, names[at]);
    made.onclick = () => goTo(each);
    return made;
  });
  byId("shorten").replaceChildren(say("shorten"), " ", ...buttons.flatMap((each) => [each, " "]));
}

/** Go to the field of a text, or to its line. */
function goTo({ path, line, column }) {
  if (state.view === "text") return focusLine(line, column);
  focusPath(path);
  document.activeElement.scrollIntoView({ block: "center" });
}

function meter() {
  const { pages, over, size, left, most, grade, words, unit } = state.facts;
  shorten(state.facts);
  const fits = pages !== null;
  byId("meter").classList.toggle("over", !fits);
  let line = say("cannot-draw");
  if (over) line = overWords(over, unit);
  else if (fits && left === undefined) line = say("fits");
  else if (fits && left >= most) line = say(`fits-most-${unit}`, { words: most });
  else if (fits) line = say(`fits-left-${unit}`, { words: left ?? 0 });
  if (byId("fits").textContent !== line) byId("fits").textContent = line;
  byId("type").textContent = fits && size ? say("type-size", { size }) : "";
  const about = [];
  if (words) about.push(say(`count-${unit}`, { words }));
  if (grade !== null && grade !== undefined) about.push(say("grade", { grade: Math.max(0, grade).toFixed(1) }));
  byId("counts").textContent = about.join(" · ");
  const used = over ? 1 : words && left !== undefined ? words / (words + (left ?? 0)) : 0;
  byId("gauge").style.width = `${Math.round(100 * Math.min(1, used))}%`;
  const count = shownFindings().length;
  byId("next").hidden = !count;
  byId("next").textContent = say(count === 1 ? "finding-one" : "finding-count", { count });
}

/** What an answer brought: pages, places, and where the words of the form stand. */
function answered(answer, whole) {
  byId("name").textContent = answer.title || say("no-title");
  showPages(answer);
  draw(whole);
  meter();
  byId("undo").disabled = !state.undo.length;
  if (state.focus) {
    focusPath(state.focus);
    state.focus = null;
  }
  outlined(place(document.activeElement));
}

function told() {
  drawFindings();
  meter();
}

function fillChoices() {
  const name = (kind) => data.words[`kind-${kind}`] ?? kind;
  byId("kind").replaceChildren(...data.kinds.map((kind) => el("option", { value: kind }, name(kind))));
  const inks = data.inks.map((ink, at) => el("option", { value: ink }, say(at ? "black-and-white" : "colour")));
  byId("ink").replaceChildren(...inks);
  for (const id of ["kind", "ink"]) byId(id).addEventListener("change", () => pump({ all: true }));
}

/** A click on a page goes to its field. */
function clicked(event) {
  const group = textAt(event);
  if (!group) return;
  const line = Number(group.dataset.line);
  const column = Number(group.dataset.column);
  if (group.dataset.file !== state.name) return;
  if (state.view === "text") focusLine(line, column);
  else fieldAt(line, column)?.focus();
}

async function begin() {
  bar("write", () => pump({ all: true }));
  if (!data.handout) return startChoosing();
  byId("editor").hidden = false;
  fillChoices();
  startMarks();
  startText();
  startSaving();
  draft.answered = answered;
  draft.told = told;
  byId("as-form").addEventListener("click", () => view("form"));
  byId("as-text").addEventListener("click", () => view("text"));
  byId("next").addEventListener("click", nextFinding);
  byId("pages").addEventListener("click", clicked);
  document.addEventListener("focusin", (event) => outlined(place(event.target)));
  document.addEventListener("keydown", markField);
  onChange(toldChange);
  await draft.open(data.handout);
}

begin();
