/** @typedef {import("../lib/rule-key.js").Bytes} Bytes */

/** An answer that is longer than any good one. */
export class TooLong extends Error {}

/**
 * Read no further than an answer may be long, counted as unpacked: a small one may unpack to a huge one.
 * @param {Response} response @param {number} most bytes @returns {Promise<Bytes>} @throws {TooLong}
 */
export async function readCapped(response, most) {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  /** @type {BlobPart[]} */
  const parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(/** @type {Bytes} */ (value));
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new TooLong();
    }
  }
}

/** @param {Response} response @param {number} most bytes @returns {Promise<string>} @throws {TooLong} */
export const textCapped = async (response, most) => new TextDecoder().decode(await readCapped(response, most));
