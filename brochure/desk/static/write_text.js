// The text file as it is, with the numbers of its lines and what is to be looked at.

import { byId } from "./common.js";
import { state, type } from "./write_draft.js";

const field = () => byId("source");

export function startText() {
  field().addEventListener("input", () => {
    fit();
    type(field().value);
  });
}

/** Put the text into the field, unless it is what stands there; the caret stays. */
export function drawText() {
  const text = plain(state.text);
  if (field().value !== text && document.activeElement !== field()) field().value = text;
  fit();
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
  const rows = field().value.split("\n");
  const at = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  field().focus();
  field().setSelectionRange(at + column - 1, at + (rows[line - 1]?.length ?? 0));
  const top = field().getBoundingClientRect().top + (line - 1) * 21;
  window.scrollBy(0, top - window.innerHeight / 2);
}
