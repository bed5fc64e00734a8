// Brand and clinics.

import { Refusal, address, ask, bar, byId, clinic, data, el, fillClinics, newest, onChange, say, sayState } from "./common.js";

const COLOURS = ["primary", "accent"];
const brand = { mark: "", file: "" };
const wordsOf = (error) => (error instanceof Refusal ? error.words : say("fault"));
const picture = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
const style = () => document.querySelector("#styles input:checked")?.value ?? data.styles[0];

function values() {
  const found = { style: style() };
  for (const key of [...COLOURS, "min_size"]) found[key] = byId(key).value.trim();
  return found;
}

// --------------------------------------------------------------------- colours

function showUses(uses) {
  const rows = uses.map((use) => {
    const swatch = el("span", { class: "swatch", "aria-hidden": "true" }, el("i"));
    swatch.firstChild.style.background = use.colour;
    swatch.style.background = use.ground;
    const passes = use.ratio >= use.needed;
    const words = say(passes ? "passes" : "fails", use);
    const cell = el("td", {}, el("span", { class: passes ? "passes" : "fails" }, words));
    if (use.nearest) {
      const take = el("button", { type: "button" }, say("take-nearest", { colour: use.nearest }));
      take.addEventListener("click", () => {
        byId(use.key === "use-bullet" ? "accent" : "primary").value = use.nearest;
        tryIt();
        byId("primary").focus();
      });
      cell.append(" ", take);
    }
    return el("tr", {}, el("td", {}, swatch, say(use.key)), cell);
  });
  byId("uses").tBodies[0].replaceChildren(...rows);
}

function makeStyles(chosen) {
  byId("styles").replaceChildren(
    ...data.styles.map((name) => {
      const input = el("input", { type: "radio", name: "style", id: `style-${name}`, value: name, checked: name === chosen });
      const label = el("label", { for: `style-${name}` }, name.charAt(0).toUpperCase() + name.slice(1));
      const page = el("img", { id: `page-${name}`, alt: say("style-page", { style: name }) });
      return el("div", { class: "one" }, page, el("span", {}, input, label));
    }),
  );
}

const latest = newest();

async function tryIt() {
  for (const key of COLOURS) {
    const typed = byId(key).value.trim();
    if (/^#[0-9a-f]{6}$/i.test(typed)) byId(`${key}-eye`).value = typed;
  }
  const body = { values: values(), id: byId("shown").value, clinic: clinic() };
  try {
    const answer = await latest(() => ask("/api/brand/try", { body }));
    if (!answer) return;
    byId("brand-said").textContent = answer.problem ? say("told", answer.problem) : "";
    showUses(answer.uses);
    for (const [name, svg] of Object.entries(answer.pages ?? {})) byId(`page-${name}`).src = picture(svg);
  } catch (error) {
    byId("brand-said").textContent = wordsOf(error);
  }
}

async function load() {
  const facts = await ask("/api/brand");
  brand.mark = facts.mark;
  byId("file").textContent = say("colours-help", { file: facts.file });
  for (const key of [...COLOURS, "min_size"]) byId(key).value = facts.values[key] ?? "";
  makeStyles(facts.values.style ?? data.styles[0]);
  showUses(facts.uses);
  showClinics(facts.clinics);
}

async function saveBrand(event) {
  event.preventDefault();
  try {
    const answer = await ask("/api/brand", { body: { mark: brand.mark, values: values() } });
    brand.mark = answer.mark;
    byId("brand-said").textContent = say("saved");
  } catch (error) {
    byId("brand-said").textContent = wordsOf(error);
  }
}

// --------------------------------------------------------------------- clinics

function showClinics(rows) {
  byId("no-clinics").hidden = rows.length > 0;
  byId("clinic-table").hidden = !rows.length;
  byId("clinics").replaceChildren(...rows.map(row));
  fillClinics(rows.map((each) => ({ id: each.id, title: each.name, works: !each.problem })));
}

/** Whether somebody is changing a clinic: then a change of a file must not draw over it. */
function touched() {
  const inputs = [...byId("clinics").querySelectorAll("input:not([type=file]), select")];
  return inputs.some((input) => input.value !== input.dataset.was);
}

function field(key, each, label) {
  return el("input", { value: each[key], "aria-label": say(label, each), autocomplete: "off" });
}

function row(each) {
  const label = each.name || each.file;
  const name = field("name", each, "name-of");
  const phone = field("phone", each, "phone-of");
  const paper = el("select", { "aria-label": say("paper-of", each) });
  for (const value of ["", ...data.papers]) {
    paper.append(el("option", { value, selected: value === each.paper }, value || say("paper-none")));
  }
  const logo = el("input", { type: "file", accept: ".svg,.png,.jpg,.jpeg", "aria-label": say("logo-of", { name: label }) });
  logo.addEventListener("change", () => told(() => ask(`/api/clinics/${each.id}/logo`, { body: logo.files[0] })));
  const save = el("button", { type: "button", "aria-label": say("save-clinic", { name: label }) }, say("save"));
  save.addEventListener("click", () => {
    const wanted = { name: name.value, phone: phone.value, paper: paper.value };
    told(() => ask(`/api/clinics/${each.id}`, { body: { mark: each.mark, values: wanted } }));
  });
  for (const input of [name, phone, paper]) input.dataset.was = input.value;
  const cells = [name, phone, paper, logo, save].map((part) => el("td", {}, part));
  if (each.problem) cells[0].append(el("p", { class: "fails" }, each.problem));
  return el("tr", {}, ...cells);
}

/** Do something with a clinic, and say what came of it; the table is drawn anew if it went well. */
async function told(work) {
  try {
    await work();
    showClinics((await ask("/api/brand")).clinics);
    byId("clinic-said").textContent = say("saved");
    return true;
  } catch (error) {
    byId("clinic-said").textContent = wordsOf(error);
    return false;
  }
}

async function addClinic(event) {
  event.preventDefault();
  const wanted = { name: byId("new-name").value, phone: byId("new-phone").value };
  if (await told(() => ask("/api/clinics", { body: { values: wanted } }))) {
    byId("add").reset();
    byId("new-name").focus();
  }
}

// ----------------------------------------------------------------- all for all

function showRun(run) {
  if (!run.total) return;
  const bar = byId("progress");
  bar.hidden = run.finished;
  bar.max = run.total;
  bar.value = run.done;
  byId("make-all").disabled = !run.finished;
  byId("zip").hidden = !run.finished || !run.made;
  const over = run.failures ? "some-made" : "all-made";
  const told = say(run.finished ? over : "making", run);
  const why = run.stopped === "fault" ? say("fault") : run.stopped;
  byId("all-said").textContent = why ? say("run-stopped", { why }) : told;
  byId("failed").replaceChildren(...run.failed.map(failure));
  if (!run.finished) setTimeout(async () => showRun(await ask("/api/batch")), 400);
}

/** A handout that was not made, and why; a link leads to where it is written. */
function failure(each) {
  const facts = { ...each, why: sayState(each.state) };
  const words = say(each.clinic ? "not-made-for" : "not-made-of", facts);
  const link = each.id ? [el("a", { href: `/write/${each.id}` }, say("write"))] : [];
  link.forEach((one) => one.setAttribute("aria-label", `${say("write")}: ${each.title}`));
  return el("li", {}, el("span", { class: "fails" }, words), " ", ...link);
}

async function makeAll() {
  try {
    showRun(await ask("/api/batch", { body: {} }));
  } catch (error) {
    byId("all-said").textContent = wordsOf(error);
  }
}

// ----------------------------------------------------------------------- start

async function begin() {
  bar("brand", tryIt);
  byId("primary-eye").setAttribute("aria-label", say("pick-colour", { name: say("primary") }));
  byId("accent-eye").setAttribute("aria-label", say("pick-colour", { name: say("accent") }));
  for (const key of COLOURS) {
    byId(key).addEventListener("input", tryIt);
    byId(`${key}-eye`).addEventListener("input", () => {
      byId(key).value = byId(`${key}-eye`).value;
      tryIt();
    });
  }
  byId("brand").addEventListener("submit", saveBrand);
  byId("add").addEventListener("submit", addClinic);
  byId("make-all").addEventListener("click", makeAll);
  byId("shown").addEventListener("change", tryIt);
  await load();
  const list = await ask(address("/api/handouts"));
  const good = [...list.most, ...list.rows].filter((each) => !each.states.some((state) => state.level === "stop"));
  byId("shown").append(...good.map((each) => el("option", { value: String(each.id), lang: each.language }, each.title)));
  if (good.length) await tryIt();
  showRun(await ask("/api/batch"));
  onChange(async () => {
    const { clinics } = await ask("/api/brand");
    if (!touched()) showClinics(clinics);
  });
}

begin();
