// Printing: the real PDF in a frame that nobody sees, whose own hints set the print window.

import { ask } from "./common.js";

let frame = null;

/** Open the print window for a PDF; a Refusal is thrown if there is none, false if it stays shut. */
export async function printPdf(source) {
  await ask(source, { method: "HEAD" });
  frame?.remove(); // the last one is kept until now: its window may have been open
  frame = document.createElement("iframe");
  frame.className = "printer";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  const opened = new Promise((done) => {
    frame.addEventListener("load", () => {
      try {
        frame.contentWindow.focus();
        frame.contentWindow.print();
        done(true);
      } catch {
        done(false);
      }
    });
  });
  frame.src = source;
  document.body.append(frame);
  return opened;
}

export const isFirefox = navigator.userAgent.includes("Firefox/");
