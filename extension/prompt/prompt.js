/**
 * The question of a frame that is too small to show it: the same dialog, in a window of its own. The address of this page
 * names the frame, which tells what to say and waits for the answer; closed without one, the window says no.
 */
import { ask } from "../lib/ask.js";
import { api } from "../lib/browser.js";

const { build, node, shield, styles, texts } = globalThis.JagaJempol;
const STYLE = `${styles.dialog}
  dialog { inset: 0; width: auto; max-width: none; max-height: none; margin: 0; border-radius: 0; box-shadow: none; }
  form { max-width: 27rem; margin-inline: auto; }
  dialog::backdrop { background: var(--paper); }`;

const [tab, frameId, name] = location.hash.slice(1).split(".");
const port = api.tabs.connect(Number(tab), { frameId: Number(frameId), name: name ?? "" });

const leave = async () => {
  const own = await api.tabs.getCurrent();
  if (own?.id !== undefined) await api.tabs.remove(own.id);
};

/** @param {ApartQuestion} question */
const show = (question) => {
  texts.use(question.texts);
  const law = ask({ type: "guidance", act: question.act }).catch(() => null);
  const dialog = build.dialog({ ...question, law, reading: /** @type {Reading} */ (question.reading), x: -1, y: -1 }, "letter");
  const host = document.createElement("jaga-jempol-prompt");
  node.closedRoot(host, STYLE, dialog);
  document.body.append(host);
  shield.watch({ x: -1, y: -1 });
  dialog.addEventListener("keydown", shield.guardDialog);
  dialog.addEventListener("close", () => {
    port.postMessage(build.answer(dialog));
    void leave();
  });
  build.arm(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector(".cancel"))?.focus();
};

port.onMessage.addListener(show);
port.onDisconnect.addListener(leave);
