// The pages as they print; the text in use is outlined.

import { byId, el, say } from "./common.js";
import { state } from "./write_draft.js";

/** Show the pages of an answer: one that has not changed stays, and on a fault the last good ones. */
export function showPages(answer) {
  const box = byId("pages");
  box.classList.toggle("old", !answer.pages);
  byId("wrong").replaceChildren(...wrong(answer));
  if (!answer.pages) return;
  box.classList.toggle("wide", answer.sheet.width > 700);
  const count = answer.pages.length;
  while (box.children.length > count) box.lastChild.remove();
  answer.pages.forEach((page, index) => {
    let sheet = box.children[index];
    if (!sheet) {
      sheet = el("div", { class: "sheet", role: "img" });
      box.append(sheet);
    }
    const label = say("page", { page: index + 1, pages: count });
    if (sheet.getAttribute("aria-label") !== label) sheet.setAttribute("aria-label", label);
    if (page.svg) sheet.innerHTML = page.svg; // made by the program, every word in it escaped
  });
  state.known = answer.pages.map((page) => page.mark);
}

export const capital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

export const overWords = (words, unit) =>
  say(words === 1 && unit === "word" ? "over-one" : `over-${unit}`, { words });

function wrong(answer) {
  if (answer.pages) return [];
  const first = answer.problems[0];
  const old = byId("pages").childElementCount ? [el("span", {}, say("old-pages"))] : [];
  const fault = capital(first ? first.message : say("cannot-draw"));
  const parts = answer.over ? old : [el("b", {}, fault), ...old]; // the meter says how many words
  return parts.length ? [el("p", { class: "notice" }, ...parts)] : [];
}

/** The place in the file of the field that has the focus. */
export function place(field) {
  return field?.dataset?.line ? [field.dataset.line, field.dataset.column] : null;
}

/** The text of the page at a click: what is hit, or the one whose box is around it. */
export function textAt(event) {
  const hit = event.target.closest?.("g[data-line]");
  const groups = event.target.closest?.(".sheet")?.querySelectorAll("g[data-line]") ?? [];
  const { clientX: x, clientY: y } = event;
  const around = (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  return hit ?? [...groups].find((group) => around(group.getBoundingClientRect()));
}

const SVG = "http://www.w3.org/2000/svg";

/** Outline what stands at a place of the file on the pages, and nothing else. */
export function outlined(at) {
  document.querySelectorAll(".sheet .use").forEach((each) => each.remove());
  if (!at) return;
  const wanted = `g[data-line="${at[0]}"][data-column="${at[1]}"]`;
  for (const svg of document.querySelectorAll(".sheet svg")) {
    const boxes = [...svg.querySelectorAll(wanted)].map((group) => group.getBBox());
    if (!boxes.length) continue;
    const left = Math.min(...boxes.map((box) => box.x));
    const top = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const foot = Math.max(...boxes.map((box) => box.y + box.height));
    const rect = document.createElementNS(SVG, "rect");
    const sides = { x: left - 3, y: top - 3, width: right - left + 6, height: foot - top + 6, rx: 2 };
    for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, value.toFixed(1));
    rect.setAttribute("class", "use");
    svg.append(rect);
  }
}
