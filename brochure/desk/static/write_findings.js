// What is to be looked at, under the field that it is about, and beside the text.

import { Refusal, ask, byId, clinic, el, say } from "./common.js";
import { change, put, settle, state } from "./write_draft.js";
import { capital } from "./write_pages.js";
import { focusLine, markLines } from "./write_text.js";

const key = JSON.stringify;

/** Faults that bar the pages come first; without them, what the checker found. */
export function shownFindings() {
  if (state.problems.length) return state.problems;
  return state.findings.filter((each) => each.level !== "hint" || each.rule);
}

function owner(finding) {
  if (!finding.path) return null;
  for (let path = finding.path; path.length; path = path.slice(0, -1)) {
    const found = [...document.querySelectorAll("#form [data-at]")].filter((each) => each.dataset.at === key(path));
    if (found.length) return found[0];
    const field = [...document.querySelectorAll("#form textarea")].find((each) => each.dataset.path === key(path));
    if (field) return field.parentElement;
  }
  return null;
}

let strips = 0;

export function drawFindings() {
  const kept = document.activeElement?.closest?.(".finding");
  if (kept?.querySelector("input")) return; // a reason is being typed
  document.querySelectorAll(".finding").forEach((each) => each.remove());
  const shown = shownFindings();
  if (state.view === "text") {
    byId("general").replaceChildren();
    byId("text-findings").replaceChildren(...shown.map((each) => strip(each, "li")));
    markLines(shown, fix);
    return;
  }
  byId("general").replaceChildren();
  for (const finding of shown) {
    const made = strip(finding, "div");
    const at = owner(finding);
    if (!at) byId("general").append(made);
    else {
      at.append(made);
      const field = at.querySelector(":scope > textarea, :scope > .field > textarea");
      field?.setAttribute("aria-describedby", made.id);
    }
  }
}

function strip(finding, name) {
  strips += 1;
  const made = el(name, { class: `finding ${finding.level}`, id: `strip${strips}` });
  const where = finding.file ? `${finding.file}: ` : "";
  const line = state.view === "text" && finding.line ? `${say("line", { line: finding.line })}: ` : "";
  const message = `${where}${line}${capital(finding.message)}.`;
  made.append(el("p", {}, el("b", {}, message), finding.hint ? `\n${capital(finding.hint)}` : ""));
  if (state.view === "text" && finding.line) {
    made.append(act(say("go-there"), () => focusLine(finding.line, finding.column)));
  }
  if (finding.fix) made.append(act(say("change-it"), () => fix(finding)));
  if (finding.rule && finding.level !== "error" && finding.rule !== "content") {
    made.append(act(say("not-here"), (event) => askReason(made, finding, event.target)));
  }
  return made;
}

function act(words, call) {
  const made = el("button", { type: "button" }, words);
  made.addEventListener("click", call);
  return made;
}

async function fix(finding) {
  await settle();
  const body = { text: state.text, clinic: clinic(), fix: finding.fix };
  try {
    const answer = await ask(`/api/handouts/${state.id}/fix`, { body });
    put(answer.text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Ask why a rule may be broken here; the reason goes into the file, under `allow:`. */
function askReason(made, finding, button) {
  const input = el("input", { "aria-label": say("reason"), placeholder: say("reason"), maxlength: 200 });
  const allow = () => {
    const reason = input.value.trim();
    if (!reason) return input.focus();
    input.remove();
    const known = state.form?.others.includes("allow");
    const edit = known
      ? { edit: "put", path: ["allow"], key: finding.rule, value: reason }
      : { edit: "put", path: [], key: "allow", value: { [finding.rule]: reason } };
    change([edit], { structure: true });
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") allow();
    if (event.key === "Escape") drawFindingsAgain(input);
  });
  button.replaceWith(input, act(say("allow"), allow));
  input.focus();
}

function drawFindingsAgain(input) {
  input.remove();
  drawFindings();
}

let at = -1;

/** Go to the next thing to look at. */
export function nextFinding() {
  const all = [...document.querySelectorAll(".finding")].filter((each) => each.offsetParent);
  if (!all.length) return;
  at = (at + 1) % all.length;
  const field = all[at].parentElement.querySelector("textarea") ?? all[at].querySelector("button");
  all[at].scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
