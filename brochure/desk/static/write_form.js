// The form: the file's parts as fields; each change is an edit of its path.

import { byId, data, el, say } from "./common.js";
import { change, state } from "./write_draft.js";

const key = (path) => JSON.stringify(path);

/** All fields of the form, by the path of their text. */
const fields = () => [...document.querySelectorAll("#form textarea[data-path]")];
const fieldOf = (path) => fields().find((each) => each.dataset.path === key(path));

const FRESH = [
  say("new-item"), say("new-text"), say("new-heading"), say("new-column"), say("new-alt"),
  say("new-source"), "–",
];

export function focusPath(path) {
  const field = fieldOf(path);
  if (!field) return;
  field.focus();
  if (FRESH.includes(field.value)) field.select(); // the first key replaces them
  else field.setSelectionRange(field.value.length, field.value.length);
}

/** The field whose text begins at a place of the file, or nearest before it. */
export function fieldAt(line, column) {
  const before = (field) => {
    const [row, at] = [Number(field.dataset.line), Number(field.dataset.column)];
    return row && (row < line || (row === line && at <= column));
  };
  const order = (a, b) => a.dataset.line - b.dataset.line || a.dataset.column - b.dataset.column;
  return fields().filter(before).sort(order).at(-1);
}

// ----------------------------------------------------------------------- fields

let names = 0;

function area(text, { label, className = "", path = text.path } = {}) {
  const made = el("textarea", { rows: 1, class: className, "data-path": key(path) });
  if (label) made.setAttribute("aria-label", label);
  made.lang = state.form.language || "";
  made.value = text.text;
  seat(made, text);
  made.addEventListener("input", () => {
    const words = made.value.replace(/\s*\n\s*/g, " ").trim();
    change([missing(made) ? addition(text, words) : { edit: "set", path, text: words }], {
      structure: false,
    });
    made.dataset.added = "1";
    grow(made);
  });
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) event.preventDefault();
  });
  requestAnimationFrame(() => grow(made));
  return made;
}

const missing = (field) => field.dataset.missing && !field.dataset.added;
const addition = (text, words) => ({
  edit: "put", path: text.path.slice(0, -1), key: text.path.at(-1), value: words,
});

/** Note where a text stands in the file. */
function seat(field, text) {
  field.dataset.line = text.line ?? "";
  field.dataset.column = text.column ?? "";
  if (text.missing) field.dataset.missing = "1";
}

function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function labelled(text, name, className = "", more = {}) {
  names += 1;
  const input = area(text, { className, ...more });
  input.id = `f${names}`;
  return el("div", { class: "field", "data-at": key(text.path) }, el("label", { for: input.id }, name), input);
}

const optional = (text, name) => labelled(text, name);

/** A name that has a section's heading in it, and follows it as it is typed. */
function named(made, kind, heading) {
  made.dataset.say = kind;
  made.setAttribute("aria-label", say(kind, { heading }));
  return made;
}

function button(words, label, act) {
  const made = el("button", { type: "button", "aria-label": label }, words);
  made.addEventListener("click", act);
  return made;
}

/** A menu of what can be done to a part; `about` names the part. */
function menu(about, rows) {
  const summary = el("summary", { "aria-label": say("more-about", { part: about }) }, "⋯");
  const made = el("details", { class: "menu" }, summary);
  const box = el("div");
  for (const [words, act] of rows) {
    const each = el("button", { type: "button" }, words);
    each.addEventListener("click", () => {
      made.open = false;
      act();
    });
    box.append(each);
  }
  made.append(box);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && made.open) {
      made.open = false;
      summary.focus();
    }
  });
  return made;
}

const structure = { structure: true };
const to = (path) => ({ structure: true, focus: path });

// ------------------------------------------------------------------------ items

const below = (path, by) => [...path.slice(0, -1), path.at(-1) + by];
const listOf = (item) => (item.holder ?? item.path).slice(0, -1);
const placeOf = (item) => (item.holder ?? item.path).at(-1);

function itemRow(item, list, sign, about, nested = false) {
  const field = area(item, { label: about });
  const row = el("li", { "data-at": key(item.path) }, el("span", { class: "sign", "aria-hidden": "true" }, sign), field);
  const [at, path] = [placeOf(item), listOf(item)];
  const rows = itemMenu(item, list, path, at, nested);
  field.addEventListener("keydown", (event) => itemKeys(event, field, item, list, path, at, nested));
  field.addEventListener("paste", (event) => paste(event, field, path, at));
  row.append(menu(about, rows));
  if (item.items?.length) {
    const inner = item.items.map((each, n) => itemRow(each, item.items, "–", `${about}, ${n + 1}`, true));
    row.append(el("ul", { class: "items" }, ...inner));
  }
  return row;
}

function itemMenu(item, list, path, at, nested) {
  const rows = [[say("add-item"), () => addItem(path, at + 1)]];
  if (at > 0) rows.push([say("up"), () => change([{ edit: "move", path, index: at, to: at - 1 }], to([...path, at - 1]))]);
  if (at + 1 < list.length) {
    rows.push([say("down"), () => change([{ edit: "move", path, index: at, to: at + 1 }], to([...path, at + 1]))]);
  }
  if (!nested && at > 0 && !item.items?.length) rows.push([say("further-in"), () => nest(item, list, path, at)]);
  if (nested) rows.push([say("further-out"), () => unnest(item, path, at)]);
  if (list.length > 1 || nested) rows.push([say("remove"), () => removeItem(path, at)]);
  return rows;
}

function itemKeys(event, field, item, list, path, at, nested) {
  if (event.isComposing) return;
  if (event.key === "Enter") {
    event.preventDefault();
    addItem(path, at + 1);
  } else if (event.key === "Backspace" && !field.value && list.length > 1) {
    event.preventDefault();
    removeItem(path, at);
  } else if (event.altKey && event.key === "ArrowUp" && at > 0) {
    event.preventDefault();
    change([{ edit: "move", path, index: at, to: at - 1 }], to([...path, at - 1]));
  } else if (event.altKey && event.key === "ArrowDown" && at + 1 < list.length) {
    event.preventDefault();
    change([{ edit: "move", path, index: at, to: at + 1 }], to([...path, at + 1]));
  } else if (event.altKey && event.key === "ArrowRight" && !nested && at > 0 && !item.items?.length) {
    event.preventDefault();
    nest(item, list, path, at);
  } else if (event.altKey && event.key === "ArrowLeft" && nested) {
    event.preventDefault();
    unnest(item, path, at);
  }
}

function addItem(path, at, words = say("new-item")) {
  change([{ edit: "insert", path, index: at, value: words }], to([...path, at]));
}

function removeItem(path, at) {
  change([{ edit: "delete", path: [...path, at] }], to([...path, Math.max(0, at - 1)]));
}

function nest(item, list, path, at) {
  const above = list[at - 1];
  const edits = above.items?.length
    ? [{ edit: "insert", path: [...above.holder, 0], index: above.items.length, value: item.text }]
    : [{ edit: "replace", path: [...path, at - 1], value: { [above.text]: [item.text] } }];
  const count = above.items?.length ?? 0;
  change([...edits, { edit: "delete", path: [...path, at] }], to([...path, at - 1, 0, count]));
}

function unnest(item, path, at) {
  const holder = path.slice(0, -1); // the item that the list is under
  const [list, number] = [holder.slice(0, -1), holder.at(-1)];
  const alone = state.form && document.querySelectorAll(`[data-path^='${key(path).slice(0, -1)},']`).length === 1;
  const above = fieldOf([...holder, ""])?.value ?? "";
  const taken = alone
    ? { edit: "replace", path: holder, value: above }
    : { edit: "delete", path: [...path, at] };
  change([taken, { edit: "insert", path: list, index: number + 1, value: item.text }], to([...list, number + 1]));
}

/** Several lines that are pasted into an item are several items. */
function paste(event, field, path, at) {
  const lines = event.clipboardData.getData("text/plain").split(/\r?\n/).map(bare).filter(Boolean);
  if (lines.length < 2) return;
  event.preventDefault();
  const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const first = all ? lines.shift() : null;
  const edits = first === null ? [] : [{ edit: "set", path: JSON.parse(field.dataset.path), text: first }];
  lines.forEach((words, n) => edits.push({ edit: "insert", path, index: at + 1 + n, value: words }));
  change(edits, to([...path, at + lines.length]));
}

const bare = (line) => line.replace(/^\s*(?:[-•◦▪·–*]|\d{1,2}[.)])\s+/, "").trim();

// ----------------------------------------------------------------------- blocks

const signs = { bullets: () => "•", steps: (n) => `${n + 1}.`, checklist: () => "☐", fill: () => "…" };

function listBlock(block) {
  const name = say(`block-${block.kind}`);
  const first = Math.max(1, Number(block.start) || 1) - 1;
  const sign = (n) => signs[block.kind](first + n);
  const rows = block.items.map((item, n) => itemRow(item, block.items, sign(n), `${name} ${n + 1}`));
  return el("ul", { class: "items", "aria-label": name }, ...rows);
}

function fieldsBlock(block) {
  const made = block.fields.map((text) => {
    const label = text.name === "text" ? say(`block-${block.kind}`) : say(`field-${text.name}`);
    return labelled(text, label);
  });
  return el("div", {}, ...made);
}

function tableBlock(block) {
  const cell = (text, name) => area(text, { label: name });
  const heads = block.columns.map((text, n) => el("th", {}, cell(text, say("column-number", { number: n + 1 }))));
  const rows = block.rows.map((row, r) => {
    const facts = (n) => ({ row: r + 1, number: n + 1 });
    const cells = row.map((text, n) => el("td", {}, cell(text, say("cell", facts(n)))));
    const path = [...block.path, "rows"];
    const remove = block.rows.length > 1 ? [[say("remove"), () => removeItem(path, r)]] : [];
    return el("tr", {}, ...cells, el("td", {}, menu(say("row-number", { number: r + 1 }), [
      [say("add-row"), () => change([{ edit: "insert", path, index: r + 1, value: row.map(() => "–") }], to([...path, r + 1, 0]))],
      ...remove,
    ])));
  });
  return el("table", { class: "cells" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
}

const KINDS = {
  text: (block) => labelled(block, say("block-text")),
  bullets: listBlock, steps: listBlock, checklist: listBlock, fill: listBlock,
  image: fieldsBlock, quote: fieldsBlock, tip: fieldsBlock, table: tableBlock,
  unknown: (block) => el("p", {}, say("only-in-text", { name: block.name || "?" })),
};

function blockPart(block, section, n) {
  const name = say(`block-${block.kind === "unknown" ? "text" : block.kind}`);
  const made = el("div", { class: "block part", "data-at": key(block.holder ?? block.path) });
  if (block.kind in signs || block.kind === "table") made.append(el("span", { class: "kind" }, name));
  made.append(KINDS[block.kind](block), menu(`${name} ${n + 1}`, blockMenu(block, section, n)));
  return made;
}

/** The edits that make a section's parts a list that can be put in order. */
const asBody = (section) => (section.form === "body" ? [] : [{ edit: "body", path: section.path }]);

function blockMenu(block, section, n) {
  const path = [...section.path, "body"];
  const last = section.blocks.length - 1;
  const rows = [];
  const move = (by) => change([...asBody(section), { edit: "move", path, index: n, to: n + by }], structure);
  if (n > 0) rows.push([say("up"), () => move(-1)]);
  if (n < last) rows.push([say("down"), () => move(1)]);
  if (last > 0) {
    const gone = section.form === "body" ? [...path, n] : block.holder ?? block.path;
    rows.push([say("remove"), () => change([{ edit: "delete", path: gone }], structure)]);
  }
  return rows;
}

/** What each kind of part is when it is new. */
const added = {
  text: () => say("new-text"),
  bullets: () => ({ bullets: [say("new-item")] }),
  steps: () => ({ steps: [say("new-item")] }),
  checklist: () => ({ checklist: [say("new-item")] }),
  table: () => ({ table: { columns: [say("new-column"), say("new-column")], rows: [["–", "–"]] } }),
  fill: () => ({ fill: [say("new-item")] }),
  image: () => ({ image: { file: "assets/logo.svg", alt: say("new-alt") } }),
  quote: () => ({ quote: say("new-text") }),
  tip: () => ({ tip: say("new-text") }),
};

function addBlock(section, kind) {
  const path = [...section.path, "body"];
  const at = section.blocks.length;
  const inner = { text: [], bullets: ["bullets", 0], steps: ["steps", 0], checklist: ["checklist", 0], fill: ["fill", 0] };
  const only = section.blocks.every((each) => each.kind === "text" && each.key === "text");
  const value = added[kind]();
  if (section.form === "short" && only && kind === "text" && at) {
    const texts = [...section.path, "text"];
    return change([{ edit: "insert", path: texts, index: at, value }], to([...texts, at]));
  }
  if (section.form === "short" && only && (kind === "bullets" || kind === "steps")) {
    const put = { edit: "put", path: section.path, key: kind, value: value[kind] };
    return change([put], to([...section.path, kind, 0]));
  }
  const edits = at ? asBody(section) : [];
  const add = at ? { edit: "insert", path, index: at, value } : { edit: "put", path: section.path, key: "body", value: [value] };
  return change([...edits, add], to([...path, at, ...(inner[kind] ?? [kind])]));
}

function adder(section) {
  names += 1;
  const id = `a${names}`;
  const kinds = Object.keys(added).filter((kind) => data.blocks.includes(kind));
  const options = kinds.map((kind) => el("option", { value: kind }, say(`block-${kind}`)));
  const select = el("select", { id }, ...options);
  const add = button(say("add"), "", () => addBlock(section, select.value));
  named(add, "add-to", section.heading.text);
  return el("div", { class: "add" }, el("label", { class: "aside", for: id }, say("add-what")), select, add);
}

// --------------------------------------------------------------------- sections

function sectionCard(section, n, count) {
  if (section.unknown) return el("div", { class: "card" }, say("only-in-text", { name: "sections" }));
  const heading = labelled(section.heading, say("heading"), "head");
  const name = section.heading.text || say("heading");
  const path = ["sections"];
  const head = [...path, n, "heading"];
  const move = (by) => change([{ edit: "move", path, index: n, to: n + by }], to([...path, n + by, "heading"]));
  const up = named(button("↑", "", () => move(-1)), "section-up", name);
  const down = named(button("↓", "", () => move(1)), "section-down", name);
  up.disabled = n === 0;
  down.disabled = n === count - 1;
  const rows = [[say("add-section-below"), () => addSection(n + 1)]];
  for (const level of ["", "key", "urgent", "emergency"]) {
    if (level !== section.emphasis) rows.push([say(`emphasis-${level || "none"}`), () => emphasise(section, level, head)]);
  }
  if (count > 1) {
    rows.push([say("remove-section"), () => change([{ edit: "delete", path: [...path, n] }], to([...path, Math.max(0, n - 1), "heading"]))]);
  }
  const card = el("section", { class: "card part", "aria-label": name, "data-at": key(section.path) });
  card.append(el("div", { class: "heading" }, heading, up, down, menu(name, rows)));
  if (section.emphasis) card.append(el("p", { class: "kind" }, say(`emphasis-${section.emphasis}`)));
  if (!["urgent", "emergency"].includes(section.emphasis)) card.append(iconOf(section, name, head));
  card.append(...section.blocks.map((block, at) => blockPart(block, section, at)), adder(section));
  return card;
}

/** The choice of a section's pictogram; an urgent section has a sign of its own. */
function iconOf(section, name, head) {
  const { holder, key: named_, name: chosen } = section.icon;
  const names_ = data.icons.includes(chosen) ? data.icons : [chosen, ...data.icons].filter(Boolean);
  const options = names_.map((each) => el("option", { value: each, selected: each === chosen }, each));
  const none = el("option", { value: "", selected: !chosen }, say("icon-none"));
  const select = named(el("select", {}, none, ...options), "icon-of", name);
  select.addEventListener("change", () => {
    const edit = select.value
      ? { edit: "put", path: holder, key: named_, value: select.value }
      : { edit: "delete", path: [...section.path, "icon"] };
    change([edit], to(head));
  });
  const picture = chosen ? [el("img", { src: `/api/icons/${encodeURIComponent(chosen)}`, alt: "", width: 36, height: 36 })] : [];
  return el("label", { class: "icon" }, ...picture, el("span", {}, say("icon")), select);
}

function emphasise(section, level, head) {
  const edit = level
    ? { edit: "put", path: section.path, key: "emphasis", value: level }
    : { edit: "delete", path: [...section.path, "emphasis"] };
  change([edit], to(head));
}

function addSection(at) {
  const value = { heading: say("new-heading"), text: say("new-text") };
  change([{ edit: "insert", path: ["sections"], index: at, value }], to(["sections", at, "heading"]));
}

/** Make the form anew, or only note where its texts stand now. */
export function drawForm(whole) {
  const form = state.form;
  if (!form) {
    byId("form").replaceChildren(el("p", { class: "card" }, say("no-form")));
    return;
  }
  if (!whole) return void seatAll(form);
  const focused = document.activeElement?.dataset?.path;
  const caret = focused ? [document.activeElement.selectionStart, document.activeElement.selectionEnd] : null;
  const [title, subtitle, english] = form.head;
  const head = el("div", { class: "card part" }, labelled(title, say("title"), "head"), optional(subtitle, say("subtitle")));
  if (form.language && !form.language.startsWith("en")) head.append(optional(english, say("title-en")));
  const sections = form.sections.map((section, n) => sectionCard(section, n, form.sections.length));
  const add = button(say("add-section"), say("add-section"), () => addSection(form.sections.length));
  byId("form").replaceChildren(head, ...sections, el("p", { class: "add" }, add), ending(form));
  const field = focused && fields().find((each) => each.dataset.path === focused);
  if (field && !state.focus) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(...caret);
  }
}

function ending(form) {
  const [heading, words] = form.contact;
  const card = el("div", { class: "card part" }, el("h2", {}, say("ending")));
  card.append(optional(heading, say("contact-heading")), optional(words, say("contact-text")));
  const rows = form.sources.map((text, n) => labelled(text, say("source-number", { number: n + 1 })));
  card.append(...rows, button(say("add-source"), say("add-source"), addSource));
  card.append(...form.tail.map((text) => optional(text, say(`field-${text.name}`))));
  if (form.others.length) card.append(el("p", {}, say("others", { names: form.others.join(", ") })));
  return card;
}

function addSource() {
  const { sources } = state.form;
  const edit = sources.length
    ? { edit: "insert", path: ["sources"], index: sources.length, value: say("new-source") }
    : { edit: "put", path: [], key: "sources", value: [say("new-source")] };
  change([edit], to(["sources", sources.length]));
}

/** Note the new places of the texts; the words of a field that is not in use are the file's. */
function seatAll(part) {
  const found = new Map();
  const gather = (each) => {
    if (Array.isArray(each)) each.forEach(gather);
    else if (each && typeof each === "object") {
      if (each.path && "text" in each) found.set(key(each.path), each);
      Object.values(each).forEach(gather);
    }
  };
  gather(part);
  for (const field of fields()) {
    const text = found.get(field.dataset.path);
    if (!text) continue;
    field.dataset.line = text.line ?? "";
    field.dataset.column = text.column ?? "";
    if (document.activeElement !== field && field.value.trim() !== text.text) {
      field.value = text.text;
      grow(field);
    }
  }
  for (const card of document.querySelectorAll("#form section.card")) {
    const heading = card.querySelector("textarea").value || say("heading");
    card.setAttribute("aria-label", heading);
    card.querySelectorAll("[data-say]").forEach((each) => named(each, each.dataset.say, heading));
  }
}

// ------------------------------------------------------------------------ marks

let last = null; // the field that had the focus

export function startMarks() {
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("#form textarea")) last = event.target;
  });
  for (const each of document.querySelectorAll("[data-mark]")) {
    each.addEventListener("mousedown", (event) => event.preventDefault());
    each.addEventListener("click", () => marked(last, each.dataset.mark));
  }
}

const MARKS = { b: "**", i: "*", k: "[" };

/** Ctrl+B, Ctrl+I and Ctrl+K in a field of the form. */
export function markField(event) {
  const mark = MARKS[event.key.toLowerCase()];
  if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (!event.target.matches?.("#form textarea")) return;
  event.preventDefault();
  marked(event.target, mark);
}

function marked(field, mark) {
  if (!field?.isConnected) return;
  const [from, until] = [field.selectionStart, field.selectionEnd];
  const words = field.value.slice(from, until) || (mark === "[" ? say("link-words") : say("marked-words"));
  const made = mark === "[" ? `[${words}](https://)` : `${mark}${words}${mark}`;
  field.focus();
  field.setRangeText(made, from, until, "end");
  if (mark === "[") field.setSelectionRange(from + made.length - 1, from + made.length - 1);
  field.dispatchEvent(new Event("input"));
}
