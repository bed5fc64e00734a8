// The text being written: one request is out at a time, and the newest words win.

import { Refusal, ask, byId, clinic } from "./common.js";

export const state = {
  id: 0, name: "", text: "", mark: "", saved: "", number: 0, form: null, view: "form",
  facts: { pages: null }, problems: [], findings: [], known: [], undo: [], focus: null,
};
export const draft = { answered: () => {}, told: () => {}, kept: () => {} };

const RETRY = 2000; // milliseconds until words that were not taken are sent again
const PAUSE = 250; // milliseconds without a key until the words are judged

let edits = [];
let typed = null; // what the text field holds, if that is newer than the text
let whole = true; // whether the form is to be made anew
let busy = false;
let asked = false; // whether an answer is wanted, though nothing was changed
let idle = [];
let findingsTimer = 0;
let lastStep = "";

export const dirty = () => state.text !== state.saved || edits.length > 0 || typed !== null;

draft.open = async (id) => {
  state.id = id;
  const file = await ask(`/api/handouts/${id}/text`);
  Object.assign(state, { text: file.text, saved: file.text, mark: file.mark });
  state.name = file.name.split("/").pop();
  await draft.kept(file);
  pump({ all: true });
};

/** Change the text by edits; of several changes of one text only the last is sent. */
export function change(more, { structure = false, focus = null } = {}) {
  for (const each of more) {
    const last = edits.at(-1);
    const same = each.edit === "set" && last?.edit === "set";
    if (same && JSON.stringify(last.path) === JSON.stringify(each.path)) edits.pop();
    edits.push(each);
  }
  if (structure) {
    whole = true;
    byId("form").inert = true;
  }
  if (focus) state.focus = focus;
  pump();
}

/** Take what the text field holds now. */
export function type(words) {
  typed = words;
  pump();
}

/** What was typed and is not in the text yet. */
export const pending = () => ({ edits, typed });

/** Put another whole text in place: one that was undone, restored or mended. */
export function put(text, { step = true } = {}) {
  if (step && text !== state.text) state.undo.push(state.text);
  lastStep = "";
  state.text = text;
  whole = true;
  asked = true;
  pump();
}

export function undo() {
  if (state.undo.length) put(state.undo.pop(), { step: false });
}

/** Wait until all that was typed is in the text. */
export function settle() {
  return busy || edits.length || typed !== null || asked
    ? new Promise((done) => idle.push(done))
    : Promise.resolve();
}

/** Ask for the pages of the newest words, unless an answer is awaited: then when it comes. */
export async function pump({ all = false } = {}) {
  if (all) asked = true;
  if (busy || !(edits.length || typed !== null || asked)) return;
  busy = true;
  const sent = { edits, typed, whole };
  [edits, typed, whole, asked] = [[], null, false, false];
  clearTimeout(findingsTimer);
  let wait = 0;
  try {
    await send(sent);
  } catch (error) {
    wait = failed(error, sent);
  }
  busy = false;
  if (wait) return void setTimeout(() => pump({ all: true }), wait);
  if (edits.length || typed !== null || asked) return void pump();
  const waiting = idle;
  idle = [];
  waiting.forEach((done) => done());
  findingsTimer = setTimeout(findings, PAUSE);
}

function body(more) {
  return {
    text: state.text, number: state.number, clinic: clinic(),
    kind: byId("kind").value, ink: byId("ink").value, ...more,
  };
}

async function send(sent) {
  state.number += 1;
  const request = { edits: sent.edits, known: state.known };
  if (sent.typed !== null) request.typed = sent.typed;
  const answer = await ask(`/api/handouts/${state.id}/preview`, { body: body(request) });
  if (answer.number !== state.number) return;
  note(answer.text, sent);
  const shape = JSON.stringify(answer.form, (key, value) => (SHAPE.has(key) ? undefined : value));
  const changed = shape !== state.shape;
  Object.assign(state, { text: answer.text, form: answer.form, shape });
  state.problems = answer.problems;
  const { left, most, grade, words } = state.facts;
  const kept = answer.pages ? { left, most, grade } : { most };
  state.facts = { ...kept, ...answer, words: answer.words ?? words };
  byId("form").inert = false;
  draft.answered(answer, sent.whole || changed);
  draft.changed?.();
}

/** What of the form changes with each letter, and needs no new fields. */
const SHAPE = new Set(["text", "line", "column"]);

/** Remember a text to go back to: one for all letters that are typed into one field in a row. */
function note(text, sent) {
  if (text === state.text) return;
  const only = sent.edits.length === 1 && sent.edits[0].edit === "set" ? sent.edits[0].path : null;
  const step = sent.typed !== null ? "typed" : only ? JSON.stringify(only) : "";
  if (!step || step !== lastStep) state.undo.push(state.text);
  if (state.undo.length > 200) state.undo.shift();
  lastStep = step;
}

/** Keep what was not taken; return how long to wait before it is sent again, 0 for not at all. */
function failed(error, sent) {
  if (!(error instanceof Refusal) || error.status === 0) {
    edits = [...sent.edits, ...edits];
    typed ??= sent.typed;
    whole ||= sent.whole;
    draft.changed?.();
    return RETRY;
  }
  byId("form").inert = false;
  state.problems = [{ level: "error", message: error.words, hint: "", path: null, line: 0 }];
  whole = true;
  asked = error.status === 422;
  draft.told();
  return 0;
}

async function findings() {
  if (busy || dirtyNow()) return;
  const { number, text } = state;
  let answer;
  try {
    answer = await ask(`/api/handouts/${state.id}/findings`, { body: body({}) });
  } catch {
    return;
  }
  if (answer.number !== number || text !== state.text || dirtyNow()) return;
  state.findings = answer.findings;
  const words = answer.words ?? state.facts.words;
  state.facts = { ...state.facts, left: answer.left, most: answer.most, grade: answer.grade, words };
  draft.told();
}

const dirtyNow = () => edits.length > 0 || typed !== null || asked;
