// A set: several handouts for one patient, printed one after the other as one job.

import { address, byId, el, say } from "./common.js";

const MOST = 20;

export function startSet({ view, named, query, printed, copies, tell, save }) {
  let chosen = [];

  const path = (what, more = {}) =>
    address(`/api/set/${what}`, { ids: chosen.map((each) => each.id).join(","), ...query(), ...more });

  function draw() {
    byId("set").hidden = !chosen.length;
    byId("set-list").replaceChildren(...chosen.map(row));
    byId("print-set").textContent = say("print-set", { count: chosen.length });
  }

  function row(each, index) {
    const out = el("button", { type: "button", "aria-label": say("take-out", each) }, "✕");
    out.addEventListener("click", () => {
      chosen = chosen.filter((other) => other !== each);
      draw();
      const left = byId("set-list").querySelectorAll("button");
      (left[Math.min(index, left.length - 1)] ?? byId("add")).focus();
    });
    return el("li", {}, el("span", { lang: each.language }, each.title), out);
  }

  byId("add").addEventListener("click", () => {
    const { title, language } = view.edition;
    const id = named();
    if (chosen.length >= MOST) return tell(say("set-full", { count: MOST }));
    if (!chosen.some((each) => each.id === id)) chosen.push({ id, title, language });
    draw();
    byId("set").scrollIntoView({ block: "nearest" });
    tell(say("set-count", { count: chosen.length }));
  });
  byId("print-set").addEventListener("click", async () => {
    const number = copies();
    const ids = chosen.map((each) => each.id);
    await printed(path("pdf", { copies: number > 1 ? number : "" }), ids, number);
  });
  byId("save-set").addEventListener("click", (event) => {
    event.currentTarget.href = path("zip");
    save(event, byId("said"));
  });
  byId("save-set").href = "#set";
  byId("empty-set").addEventListener("click", () => {
    chosen = [];
    draw();
    byId("find").focus();
  });
  draw();
}
