import { api } from "../lib/browser.js";

/**
 * What the content script says of its page.
 * @typedef {{reader: "adapter" | "generic" | "none", site: string, posts: number, controls: number, worst: {level: Level}}} PageState
 */

/**
 * The tab this popup speaks about: the active one; or, when the popup stands in a tab of its own as on a phone, the
 * one used last before it.
 * @returns {Promise<number | undefined>}
 */
async function subjectTab() {
  const own = await api.tabs.getCurrent();
  if (!own) return (await api.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  const others = (await api.tabs.query({ currentWindow: true })).filter(({ id }) => id !== own.id);
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
}

/** @returns {Promise<PageState | null>} null where no content script of ours answers */
export async function readPage() {
  const tab = await subjectTab();
  if (tab === undefined) return null;
  try {
    const state = await api.tabs.sendMessage(tab, { type: "page-state" }, { frameId: 0 });
    return state?.reader ? state : null;
  } catch {
    return null;
  }
}
