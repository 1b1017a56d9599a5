import { integer, list, matching, record, ShapeError, text } from "./shape.js";
import { readStored, readToChange, writeStored } from "./store.js";

/**
 * What is remembered of a subscription in `storage.local`: numbers and digests of files that are the same for everybody.
 * @typedef {object} State
 * @property {number} checked when the server was last asked (epoch milliseconds), 0 never
 * @property {number} fetched when a file was last taken, 0 never
 * @property {Problem | null} problem why the last check brought nothing, or null
 * @property {{key: string, version: number, issued: number}[]} seen the newest file of each key: an older one is refused
 * @property {{file: string, packaged: string, refused: Problem | null} | null} accepted what came of looking at the file
 *   that is kept beside the packaged rules, both by their digests: this takes long and is done once
 *
 * @typedef {{code: string, detail: string}} Problem
 */

const NAME = "subscription";
const time = integer(0, Number.MAX_SAFE_INTEGER);
const digest = text(80, 1);

/** @template T @param {import("./shape.js").Shape<T>} shape @returns {import("./shape.js").Shape<T | null>} */
const orNull = (shape) => (value, place) => (value === null ? null : shape(value, place));

const problem = record({ code: matching(/^[a-z-]{1,40}$/, "code"), detail: text(2_000) });

/** @type {import("./shape.js").Shape<State>} */
const state = record({
  checked: time,
  fetched: time,
  problem: orNull(problem),
  seen: list(record({ key: matching(/^[0-9a-f]{16}$/, "key id"), version: time, issued: time }), 100),
  accepted: orNull(record({ file: digest, packaged: digest, refused: orNull(problem) })),
});

/** @type {State} */
const NOTHING = { checked: 0, fetched: 0, problem: null, seen: [], accepted: null };

/** @param {unknown} stored @returns {State} */
function sound(stored) {
  try {
    return state(stored, NAME);
  } catch (error) {
    if (error instanceof ShapeError) return NOTHING;
    throw error;
  }
}

/** @returns {Promise<State>} damaged or unreadable, it is as if nothing had been remembered */
export const readState = async () => sound(await readStored(NAME));

/** What was seen must be readable before a file may be called newer. @returns {Promise<State>} @throws {import("./store.js").Trouble} `storage` */
export const readStateToChange = async () => sound(await readToChange(NAME));

/** @param {Partial<State>} change @throws {import("./store.js").Trouble} `full` or `storage` */
export async function writeState(change) {
  await writeStored({ [NAME]: { ...(await readStateToChange()), ...change } });
}
