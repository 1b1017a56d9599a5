import { api } from "../lib/browser.js";

/**
 * What the content script says of its page. `title` is the name of the site that the adapter is for, `stale` whether
 * that adapter finds nothing where there should be something.
 * @typedef {object} PageState
 * @property {boolean} guarded
 * @property {"adapter" | "generic" | "none"} reader
 * @property {string} site
 * @property {string} title
 * @property {boolean} stale
 * @property {number} posts
 * @property {number} controls
 * @property {number} marked how many posts bear a mark
 * @property {string} likes path of the site's list of what a person liked, '' where none is known
 * @property {{level: Level}} worst
 * @property {boolean} asks whether acts on some of the posts would be asked about: sensitivity and "Lanjutkan" decide
 */

/**
 * The tab this popup speaks about: the active one; or, when the popup stands in a tab of its own as on a phone, the
 * one used last before it.
 * @returns {Promise<chrome.tabs.Tab | undefined>}
 */
export async function subjectTab() {
  const own = await api.tabs.getCurrent();
  if (!own) return (await api.tabs.query({ active: true, currentWindow: true }))[0];
  const others = (await api.tabs.query({ currentWindow: true })).filter(({ id }) => id !== own.id);
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/**
 * @returns {Promise<{page: PageState | null, address: string}>} `page` is null where no content script of ours is at
 *   work; `address` is '' where the browser does not tell it
 */
export async function readPage() {
  const { id, url: address = "" } = (await subjectTab()) ?? {};
  if (id === undefined) return { page: null, address };
  try {
    const state = await api.tabs.sendMessage(id, { type: "page-state" }, { frameId: 0 });
    return { page: state?.reader && state.guarded ? state : null, address };
  } catch {
    return { page: null, address };
  }
}
