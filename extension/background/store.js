import { api } from "../lib/browser.js";
import { items } from "./salvage.js";
import { text } from "./shape.js";

/**
 * Bad days of the browser's storage. Reading never fails: what can't be read is as if nothing were there, so that the
 * warnings go on. Writing says why it failed.
 */

/** What a page can tell a person in words: the catalog has a text `trouble_<code>` for each. */
export class Trouble extends Error {
  /** @param {"full" | "storage" | "newer" | "locked" | "rules"} code @param {unknown} [cause] */
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/** Both browsers say so in words only: "... quota exceeded", "QuotaExceededError", "no space left". */
const FULL = /quota|space/i;

/** @param {string} key @param {chrome.storage.StorageArea} [area] @returns {Promise<unknown>} undefined when it can't be read */
export async function readStored(key, area = api.storage.local) {
  try {
    return (await area.get(key))[key];
  } catch {
    return undefined;
  }
}

/**
 * What is stored, before it is changed: what can't be read must not be written over.
 * @param {string} key @returns {Promise<unknown>} @throws {Trouble} `storage`
 */
export async function readToChange(key) {
  try {
    return (await api.storage.local.get(key))[key];
  } catch (error) {
    throw new Trouble("storage", error);
  }
}

/** @param {Record<string, unknown>} values @throws {Trouble} `full` or `storage`; what was there is then still there */
export async function writeStored(values) {
  try {
    await api.storage.local.set(values);
  } catch (error) {
    throw new Trouble(FULL.test(String(error)) ? "full" : "storage", error);
  }
}

/** Write what has changed, and leave the disk alone otherwise. @param {string} key @param {unknown} before @param {unknown} after */
export async function writeChanged(key, before, after) {
  if (JSON.stringify(before) !== JSON.stringify(after)) await writeStored({ [key]: after });
}

/** Everything that is stored. @throws {Trouble} `storage` */
export async function readAll() {
  try {
    const [local, session] = await Promise.all([api.storage.local.get(null), api.storage.session.get(null)]);
    return { ...local, session };
  } catch (error) {
    throw new Trouble("storage", error);
  }
}

/** Whether the browser can read its storage at all. */
export const isReadable = () => readToChange("settings").then(() => true, () => false);

/** The last change of every queue. @type {{last: Promise<unknown>}[]} */
const queues = [];

/**
 * One change at a time: two at once must not overwrite each other.
 * @param {boolean} [within] its changes are parts of others, which `alone` waits for
 * @returns {<T>(work: () => Promise<T>) => Promise<T>}
 */
export function oneAtATime(within = false) {
  const queue = { last: /** @type {Promise<unknown>} */ (Promise.resolve()) };
  if (!within) queues.push(queue);
  return (work) => {
    const turn = queue.last.then(work);
    queue.last = turn.catch(() => {});
    return turn;
  };
}

/**
 * Work after every change that is underway and before any that comes: one that has read what is then deleted would
 * bring it back. The work must not wait for a change.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export function alone(work) {
  const turn = Promise.all(queues.map(({ last }) => last)).then(work);
  for (const queue of queues) queue.last = turn.catch(() => {});
  return turn;
}

const parts = items(text(40, 1), 50);
const change = oneAtATime(true);

/** What was found damaged and given up, until the person has read of it. @returns {Promise<string[]>} names of settings, "accounts" or "counts" */
export const lostParts = async () => parts(await readStored("lost")).sound;

/** @param {string[]} names */
export const noteLost = (names) => change(async () => {
  const known = await lostParts();
  await writeStored({ lost: [...new Set([...known, ...names])].sort() });
});

/** The person has read it. */
export const forgetLost = () => change(() => api.storage.local.remove("lost"));
