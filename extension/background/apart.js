import { api } from "../lib/browser.js";

const WIDTH = 460;
const HEIGHT = 560;

/**
 * A window with the question of a frame that is too small to show it. It asks the frame itself what to say.
 * @param {string} id under which the frame waits for the window
 * @param {chrome.runtime.MessageSender} sender the frame
 */
export async function openQuestion(id, { tab, frameId }) {
  if (tab?.id === undefined || frameId === undefined) throw new Error("ask-apart: not from a frame");
  const url = api.runtime.getURL(`prompt/prompt.html#${tab.id}.${frameId}.${id}`);
  if (!api.windows) {
    await api.tabs.create({ url, active: true }); // Telephones have no windows.
    return;
  }
  const { left = 0, top = 0, width = WIDTH, height = HEIGHT } = await api.windows.get(tab.windowId);
  await api.windows.create({
    url, type: "popup", focused: true, width: WIDTH, height: HEIGHT,
    left: Math.round(left + Math.max(0, width - WIDTH) / 2), top: Math.round(top + Math.max(0, height - HEIGHT) / 2),
  });
}
