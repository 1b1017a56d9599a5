/**
 * Public keys of rule files as people hand them on: `ed25519:` and 32 bytes in base64 (docs/signed-rules.md).
 */

const PREFIX = "ed25519:";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * The bytes of a base64 text written in the one canonical way.
 * @param {unknown} text @param {number} size
 * @returns {Bytes | null} null where it is not so many bytes
 */
export function decoded(text, size) {
  try {
    const raw = Uint8Array.from(atob(String(text)), (char) => char.charCodeAt(0));
    return raw.length === size && btoa(String.fromCharCode(...raw)) === text ? raw : null;
  } catch {
    return null;
  }
}

/** @param {string} text @returns {Bytes | null} the 32 bytes of a public key, or null where the text is none */
export const keyBytes = (text) => (text.startsWith(PREFIX) ? decoded(text.slice(PREFIX.length), 32) : null);

/** The keys in what a person pasted: apart by white space, commas or lines. @param {string} typed @returns {string[]} */
export const splitKeys = (typed) => typed.split(/[\s,]+/).filter(Boolean);
