import { api } from "./browser.js";
import { readMessages } from "./i18n.js";

/**
 * Languages that texts may be in, as ISO 639 names them: the two that are complete, and those of Indonesia that a folder
 * of `_locales` can be added for. docs/languages.md says how.
 */
export const LANGUAGES = Object.freeze([
  "id", "en",
  "abl", "abs", "ace", "akb", "ban", "bbc", "bew", "bhp", "bjn", "btd", "btm", "bts", "btx", "bug", "gor", "iba", "jax", "jv",
  "ljp", "mad", "mak", "max", "mdr", "min", "mkn", "ms", "mui", "nia", "nij", "osi", "pmy", "rej", "sas", "sda", "smw", "su",
  "tet", "wlo", "xbr", "xmm",
]);

/**
 * The languages of this package. Chrome tells which folders there are; where a browser doesn't, each is tried.
 * @returns {Promise<{code: Language, name: string}[]>} each as it names itself
 */
export async function listLanguages() {
  const folders = await readFolders();
  const codes = LANGUAGES.filter((code) => folders?.includes(code) ?? true);
  const read = await Promise.all(codes.map(async (code) => ({ code, name: (await readMessages(code)).localeName ?? "" })));
  return read.filter(({ name }) => name !== "");
}

/** @returns {Promise<string[] | null>} names of what is in `_locales`; null where the browser doesn't tell, as Firefox */
async function readFolders() {
  const { runtime } = api;
  if (!runtime.getPackageDirectoryEntry) return null;
  const root = /** @type {FileSystemDirectoryEntry} */ (await new Promise((done) => runtime.getPackageDirectoryEntry(done)));
  const folder = /** @type {FileSystemDirectoryEntry} */ (await new Promise(
    (/** @type {FileSystemEntryCallback} */ done, failed) => root.getDirectory("_locales", {}, done, failed)));
  const entries = /** @type {FileSystemEntry[]} */ (
    await new Promise((done, failed) => folder.createReader().readEntries(done, failed)));
  return entries.map(({ name }) => name);
}
