// The text file as it is, with the numbers of its lines and what is to be looked at.

import { byId } from "./common.js";
import { textEditor } from "./text_editor.js";
import { state, type } from "./write_draft.js";

const field = () => byId("source");
let editor = null; // in place of the field, once it is there
let asked = null;
let marked = [[], () => {}];

export function startText() {
  field().addEventListener("input", () => {
    fit();
    type(field().value);
  });
}

/** Put the editor in place of the plain field; where there is none, that stays. */
function withEditor() {
  asked ??= textEditor(byId("editor-place"), { typed: type }).then((made) => {
    if (!made) return;
    const used = document.activeElement === field();
    const at = field().value.slice(0, field().selectionStart).split("\n");
    editor = made;
    drawText();
    editor.mark(...marked);
    byId("editor-place").hidden = false;
    byId("plain-text").hidden = true;
    if (used) editor.go(at.length, at.at(-1).length + 1);
  });
  return asked;
}

/** Put the text into the field, unless it is what stands there; the caret stays. */
export function drawText() {
  const text = plain(state.text);
  if (editor) {
    if (editor.text() !== text && !editor.inUse()) editor.put(text);
    return;
  }
  if (field().value !== text && document.activeElement !== field()) field().value = text;
  fit();
  withEditor();
}

/** Mark the lines that there is something to say of; `fix` makes a finding's change. */
export function markLines(findings, fix) {
  marked = [findings, fix];
  editor?.mark(findings, fix);
}

export const plain = (text) => text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");

function fit() {
  const count = field().value.split("\n").length;
  const told = new Set([...state.problems, ...state.findings].map((each) => each.line));
  const numbers = [];
  for (let line = 1; line <= count; line += 1) {
    const number = document.createElement(told.has(line) ? "b" : "span");
    number.textContent = `${line}\n`;
    numbers.push(number);
  }
  byId("lines").replaceChildren(...numbers);
  field().style.height = `${count * 21 + 40}px`;
}

/** Put the caret at a place of the file. */
export function focusLine(line, column = 1) {
  if (editor) return editor.go(line, column);
  const rows = field().value.split("\n");
  const at = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  field().focus();
  field().setSelectionRange(at + column - 1, at + (rows[line - 1]?.length ?? 0));
  const top = field().getBoundingClientRect().top + (line - 1) * 21;
  window.scrollBy(0, top - window.innerHeight / 2);
}
