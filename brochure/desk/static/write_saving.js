// Saving, what is kept in this browser until then, history, undo.

import { Refusal, ask, byId, clock, el, say } from "./common.js";
import { change, dirty, draft, pending, put, settle, state, type, undo } from "./write_draft.js";

const place = () => `brochure-draft-${state.id}`;

export function startSaving() {
  byId("save").addEventListener("click", () => save());
  byId("undo").addEventListener("click", undo);
  byId("history").addEventListener("click", history);
  byId("past-close").addEventListener("click", () => byId("past").close());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  draft.changed = keep;
  draft.kept = offer;
  keep();
}

function tell(words) {
  byId("saved").textContent = words;
}

// ---------------------------------------------------------------- kept in the browser

let savedAt = ""; // when these words were saved, in words; "" as long as nobody has
let offered = null; // words of an earlier visit that nobody has decided on: they are never dropped

/** Keep the words in this browser for as long as the file has others. */
function keep() {
  const waits = dirty();
  tell(waits ? say("not-saved") : savedAt || say("all-saved"));
  try {
    if (!waits && offered) localStorage.setItem(place(), JSON.stringify(offered));
    else if (!waits) localStorage.removeItem(place());
    else {
      const when = new Date().toISOString();
      const kept = { text: state.text, mark: state.mark, when, ...pending(), older: offered };
      localStorage.setItem(place(), JSON.stringify(kept));
    }
  } catch {
    /* a browser that keeps nothing */
  }
}

function keptDraft() {
  try {
    return JSON.parse(localStorage.getItem(place()) ?? "null");
  } catch {
    return null;
  }
}

/** Offer words that were typed before and are not in the file; both can be seen. */
async function offer(file) {
  propose(keptDraft(), file);
}

function propose(kept, file) {
  const more = kept?.edits?.length || kept?.typed != null;
  if (!kept || (kept.text === file.text && !more)) return;
  offered = kept;
  const words = say(kept.mark === file.mark ? "draft-kept" : "draft-old", { when: clock(kept.when) });
  notice(words, [
    [say("show-both"), () => showBoth({ mine: kept.text, theirs: file.text, title: words, ways: useWays(kept, file) })],
    [say("use-mine"), () => use(kept)],
    [say("throw-away"), () => throwAway(file)],
  ]);
}

const useWays = (kept, file) => [
  [say("use-mine"), () => use(kept)],
  [say("throw-away"), () => throwAway(file)],
];

function use(kept) {
  offered = kept.older ?? null;
  byId("bars").replaceChildren();
  put(kept.text);
  if (kept.edits?.length) change(kept.edits, { structure: true });
  if (kept.typed != null) type(kept.typed);
}

/** Drop the offered words; older ones that were never decided on are offered then. */
function throwAway(file) {
  const older = offered?.older ?? null;
  offered = null;
  byId("bars").replaceChildren();
  if (older) propose(older, file);
  keep();
}

function notice(words, ways) {
  byId("bars").replaceChildren(el("div", {}, el("span", {}, words), ...ways.map(way)));
}

function way([words, act]) {
  const made = el("button", { type: "button" }, words);
  made.addEventListener("click", () => {
    byId("both").close();
    act();
  });
  return made;
}

// --------------------------------------------------------------------------- saving

async function save(more = {}) {
  await settle();
  const { text } = state;
  try {
    const answer = await ask(`/api/handouts/${state.id}/save`, { body: { text, mark: state.mark, ...more } });
    Object.assign(state, { mark: answer.mark, saved: text });
    byId("bars").replaceChildren();
    savedAt = say("saved-at", { when: clock(new Date().toISOString()) });
    keep();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused(error);
  }
}

const REFUSED = {
  "changed-outside": (error) => conflict(error.facts),
  gone: (error) => gone(error.words),
  "save-too-long": (error) => notice(error.words, [[say("save-anyway"), () => save({ anyway: true })]]),
};

function refused(error) {
  const act = REFUSED[error.message];
  if (act) act(error);
  else notice(error.words, []);
}

/** The file was taken away: its words are here alone, and can be kept as another one. */
function gone(words) {
  state.saved = null;
  savedAt = "";
  keep();
  notice(words, [[say("keep-mine"), () => saveCopy()]]);
}

/** The file is not the one that these words began from: both are shown, nothing is merged. */
function conflict(theirs) {
  const title = say("changed-outside");
  const ways = [
    [say("keep-mine"), () => saveCopy()],
    [say("take-theirs"), () => take(theirs)],
    [say("save-over"), () => saveOver(theirs)],
  ];
  notice(title, [[say("show-both"), () => showBoth({ mine: state.text, theirs: theirs.text, title, ways })], ...ways]);
  showBoth({ mine: state.text, theirs: theirs.text, title, ways });
}

function take(theirs) {
  byId("bars").replaceChildren();
  savedAt = "";
  Object.assign(state, { mark: theirs.mark, saved: theirs.text });
  put(theirs.text);
}

function saveOver(theirs) {
  state.mark = theirs.mark;
  save({ anyway: true });
}

async function saveCopy() {
  const title = say("copy-of", { title: byId("name").textContent, when: clock(new Date().toISOString()) });
  try {
    const made = await ask("/api/handouts", { body: { title, text: state.text } });
    localStorage.removeItem(place());
    location.assign(`/write/${made.id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    notice(error.words, []);
  }
}

function showBoth({ mine, theirs, title, ways }) {
  byId("both-title").textContent = title;
  byId("mine-name").textContent = say("mine");
  byId("theirs-name").textContent = say("theirs");
  byId("mine").value = mine;
  byId("theirs").value = theirs;
  byId("both-ways").replaceChildren(...ways.map(way), way([say("close"), () => {}]));
  if (!byId("both").open) byId("both").showModal();
  const [ours, others] = [mine, theirs].map((text) => text.split(/\r?\n/));
  const first = ours.findIndex((line, at) => line !== others[at]); // what differs is what one looks for
  showLine("mine", ours, first);
  showLine("theirs", others, first);
}

/** Scroll a text to a line and mark it; to the beginning for -1. */
function showLine(id, lines, line) {
  const start = lines.slice(0, Math.max(0, line)).reduce((sum, each) => sum + each.length + 1, 0);
  const field = byId(id);
  field.focus(); // a browser scrolls to the mark of the field in use alone
  field.setSelectionRange(start, line < 0 ? 0 : start + (lines[line]?.length ?? 0));
  const share = field.scrollHeight * (start / Math.max(1, field.value.length));
  field.scrollTop = Math.max(0, share - field.clientHeight / 2);
}

// -------------------------------------------------------------------------- outside

/** A file of the folder changed: if it is this one, take it, or tell of it while words wait here. */
export async function toldChange() {
  const { mark } = state;
  const file = await ask(`/api/handouts/${state.id}/text`).catch((error) => {
    if (error instanceof Refusal && error.message === "gone") gone(error.words);
    return null;
  });
  if (!file || file.mark === state.mark) return;
  if (state.mark !== mark) return toldChange(); // saved meanwhile: this is the file of before
  if (dirty()) {
    if (file.text !== state.text) notice(say("changed-outside"), [[say("show-both"), () => conflict(file)]]);
    return;
  }
  Object.assign(state, { mark: file.mark, saved: file.text });
  put(file.text);
}

// -------------------------------------------------------------------------- history

async function history() {
  const { copies } = await ask(`/api/handouts/${state.id}/history`);
  const rows = copies.map((copy) => {
    const when = clock(copy.when);
    const restore = el("button", { type: "button", "aria-label": say("restore-of", { when }) }, say("restore"));
    restore.addEventListener("click", async () => {
      const old = await ask(`/api/handouts/${state.id}/history/${copy.name}`);
      byId("past").close();
      put(old.text);
    });
    return el("li", {}, el("span", {}, when), restore);
  });
  byId("copies").replaceChildren(...(rows.length ? rows : [el("li", {}, say("no-history"))]));
  byId("past").showModal();
}
