// The PIN of the network mode.

import { Refusal, ask, byId, say } from "./common.js";

byId("enter").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await ask("/enter", { body: { pin: byId("pin").value.trim() } });
    location.reload();
  } catch (error) {
    byId("said").textContent = error instanceof Refusal ? error.words : say("fault");
    byId("pin").select();
  }
});
