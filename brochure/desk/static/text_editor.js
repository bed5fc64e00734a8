// The editor of the text file: CodeMirror in a shadow root, where it may bring its own styles.

import { data, say } from "./common.js";

const THEME = {
  "&": { color: "var(--text)", backgroundColor: "var(--paper)", border: "1px solid var(--edge)", borderRadius: "10px", overflow: "hidden" },
  "&.cm-focused": { outline: "3px solid var(--brand)", outlineOffset: "2px" },
  ".cm-scroller": { font: '14px/21px ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace' },
  ".cm-content": { minHeight: "60vh", padding: "10px 0", caretColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--muted)", border: "0" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--text)", border: "1px solid var(--edge)", borderRadius: "8px", maxWidth: "34em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--brand)", color: "var(--on-brand)" },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "pre-wrap" },
  ".cm-diagnosticAction": { font: "inherit", minHeight: "28px", border: "1px solid var(--edge)", borderRadius: "6px", backgroundColor: "var(--paper)", color: "var(--text)" },
};
const LEVELS = { error: "error", warning: "warning", hint: "info" };

/** Put an editor into a place; null where the browser cannot have it: then a plain field does. */
export async function textEditor(place, { typed }) {
  let cm;
  try {
    cm = await import("./codemirror.js");
  } catch {
    return null;
  }
  const { EditorView, EditorState, keymap, tags } = cm;
  const colours = cm.HighlightStyle.define([
    { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--brand)", fontWeight: "bold" },
    { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
    { tag: tags.string, color: "var(--good)" },
  ]);
  let ours = false; // a change that is not typed
  const extensions = [
    cm.lineNumbers(), cm.lintGutter(), cm.history(), cm.yaml(), cm.syntaxHighlighting(colours),
    EditorView.lineWrapping, EditorView.theme(THEME),
    cm.autocompletion({ override: [keys], icons: false }),
    keymap.of([...cm.completionKeymap, ...cm.defaultKeymap, ...cm.historyKeymap]),
    EditorView.contentAttributes.of({ "aria-label": say("as-text"), spellcheck: "false", autocapitalize: "off" }),
    EditorView.domEventHandlers({ beforeinput: overSelection }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !ours) typed(update.state.doc.toString());
    }),
  ];
  const root = place.attachShadow({ mode: "open" });
  const view = new EditorView({ state: EditorState.create({ doc: "", extensions }), parent: root, root });
  return {
    text: () => view.state.doc.toString(),
    inUse: () => view.hasFocus,
    put(text) {
      ours = true;
      view.dispatch({ changes: difference(view.state.doc.toString(), text) });
      ours = false;
    },
    go(line, column) {
      const row = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const anchor = Math.min(row.from + column - 1, row.to);
      const effects = EditorView.scrollIntoView(anchor, { y: "center" });
      view.dispatch({ selection: { anchor, head: row.to }, effects });
      view.focus();
    },
    mark(findings, fix) {
      const here = findings.filter((each) => each.line && each.line <= view.state.doc.lines);
      view.dispatch(cm.setDiagnostics(view.state, here.map((each) => diagnostic(view.state.doc, each, fix))));
    },
  };
}

/** Put typed words over a selection ourselves: a browser would style them, which the policy forbids. */
function overSelection(event, view) {
  const plain = event.inputType === "insertText" && event.data !== null && !event.isComposing;
  if (!plain || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type" });
  return true;
}

/** The one change that makes a text another: what is equal at both ends stays, and the caret with it. */
function difference(old, text) {
  let from = 0;
  while (from < old.length && old[from] === text[from]) from += 1;
  let [end, until] = [old.length, text.length];
  while (end > from && until > from && old[end - 1] === text[until - 1]) [end, until] = [end - 1, until - 1];
  return { from, to: end, insert: text.slice(from, until) };
}

function diagnostic(doc, finding, fix) {
  const row = doc.line(finding.line);
  const from = Math.min(row.from + Math.max(0, finding.column - 1), row.to);
  const place = finding.fix?.place;
  const to = place && place[2] === finding.line ? Math.min(row.from + place[3] - 1, row.to) : row.to;
  const actions = finding.fix ? [{ name: say("change-it"), apply: () => fix(finding) }] : [];
  const message = [finding.message, finding.hint].filter(Boolean).join("\n");
  return { from, to: Math.max(from, to), severity: LEVELS[finding.level] ?? "warning", message, actions };
}

// -------------------------------------------------------------------- completion

const KEY = /^(\s*)(- )?([\w-]+):/;

/** The keys that a line of such an indent may begin with: those of the keys above it. */
function keysAt(doc, number, indent) {
  const path = [];
  let depth = indent;
  for (let at = number - 1; at > 0 && depth > 0; at -= 1) {
    const found = KEY.exec(doc.line(at).text);
    const own = found ? found[1].length + (found[2] ? 2 : 0) : depth;
    if (own < depth) {
      path.unshift(found[3]);
      depth = own;
    }
  }
  return path.reduce((known, name) => known.find((each) => each.name === name)?.keys ?? [], data.keys);
}

function keys(context) {
  const typed = context.matchBefore(/[\w-]*/);
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, typed.from - line.from);
  if (!/^\s*(- )?$/.test(before) || (typed.from === typed.to && !context.explicit)) return null;
  const options = keysAt(context.state.doc, line.number, before.length).map((each) => ({
    label: each.name, apply: `${each.name}: `, info: each.about,
  }));
  return { from: typed.from, options, validFor: /^[\w-]*$/ };
}
