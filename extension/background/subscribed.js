import { loadBundle } from "../engine/bundle.js";
import { buildEngine } from "../engine/score.js";
import { api } from "../lib/browser.js";
import { sha256 } from "../lib/digest.js";
import { keyBytes } from "../lib/rule-key.js";
import { changedPlaces } from "./additions.js";
import { readFile } from "./rule-store.js";
import { ruleKey } from "./rules-settings.js";
import { selfTest } from "./self-test.js";
import { readSettings } from "./settings.js";
import { list } from "./shape.js";
import { checkBody, checkSignatures, checkTime, dayOf, publicKey, readSigned, SignedFileError } from "./signed-file.js";
import { readState, writeState } from "./subscription-state.js";

/** @typedef {ReturnType<typeof loadBundle>} Bundle */
/** @typedef {import("./signed-file.js").Bytes} Bytes */
/** @typedef {import("./signed-file.js").PublicKey} PublicKey */
/**
 * A signed file whose signatures, bytes and time are good, and the bundle in it.
 * @typedef {{header: import("./signed-file.js").Header, bundle: Bundle, signers: string[], office: boolean}} Opened
 *   `office`: signed by an office's key only, which may add and nothing else
 */

/** Two keys of the makers, so that one can take over from the other. */
const makersKeys = list(ruleKey, 2);

/** @returns {Promise<{makers: Map<string, PublicKey>, offices: Map<string, PublicKey>}>} */
async function trustedKeys() {
  const [response, { rules }] = await Promise.all([fetch(api.runtime.getURL("rules/keys.json")), readSettings()]);
  const [makers, offices] = await Promise.all([
    byId(makersKeys(await response.json(), "keys.json")), byId([...(rules.office ?? []), ...rules.keys]),
  ]);
  return { makers, offices };
}

/** @param {string[]} texts @returns {Promise<Map<string, PublicKey>>} */
async function byId(texts) {
  const raws = texts.map(keyBytes).filter((raw) => raw !== null);
  return new Map((await Promise.all(raws.map(publicKey))).map((key) => [key.id, key]));
}

/**
 * @param {Bytes} raw @param {number} now epoch milliseconds
 * @returns {Promise<Opened>} @throws {SignedFileError}
 */
export async function openFile(raw, now) {
  const file = readSigned(raw);
  const { makers, offices } = await trustedKeys();
  const signers = await checkSignatures(file, new Map([...offices, ...makers]));
  await checkBody(file);
  checkTime(file.header, now);
  const { header, body } = file;
  const bundle = asBundle(() => loadBundle(new TextDecoder("utf-8", { fatal: true }).decode(body), header.digest));
  if (bundle.version !== header.version) throw new SignedFileError("mismatch");
  return { header, bundle, signers, office: !signers.some((id) => makers.has(id)) };
}

/** Check that the engine can use it, and that an office only added. @param {Opened} opened @param {Bundle} packaged @throws {SignedFileError} */
export function checkUse({ header, bundle, office }, packaged) {
  asBundle(() => selfTest(buildEngine(bundle), bundle.data));
  if (!office) return;
  const places = asBundle(() => changedPlaces(packaged.data, buildEngine(packaged), bundle.data, dayOf(header.issued)));
  if (places.length > 0) throw new SignedFileError("changes", places.slice(0, 5).join(", "));
}

/** @template T @param {() => T} work on a bundle from elsewhere @returns {T} @throws {SignedFileError} `bundle` */
function asBundle(work) {
  try {
    return work();
  } catch (error) {
    throw new SignedFileError("bundle", error instanceof Error ? error.message : "");
  }
}

/**
 * The file that was accepted, read from the disk and checked again. What takes long is checked again only where the
 * file or the packaged rules are others than when it was last looked at.
 * @param {Bundle} packaged @param {number} now
 * @returns {Promise<Opened | null>} null where there is none, or the packaged rules are as new
 * @throws {SignedFileError}
 */
export async function openKept(packaged, now) {
  const raw = await readFile().catch(() => null);
  if (raw === null) return null;
  const opened = await openFile(raw, now);
  const file = await sha256(raw);
  const { accepted } = await readState();
  const known = accepted?.file === file && accepted.packaged === packaged.digest;
  const refused = known ? accepted.refused : refusalOf(opened, packaged);
  // On a full disk the long check runs at each wake-up, and the rules stay.
  if (!known) await writeState({ accepted: { file, packaged: packaged.digest, refused } }).catch(() => {});
  if (refused) throw new SignedFileError(refused.code, refused.detail);
  return opened.office || opened.bundle.version > packaged.version ? opened : null;
}

/** @param {Opened} opened @param {Bundle} packaged */
function refusalOf(opened, packaged) {
  try {
    checkUse(opened, packaged);
    return null;
  } catch (error) {
    if (!(error instanceof SignedFileError)) throw error;
    return { code: error.code, detail: error.detail.slice(0, 2_000) };
  }
}
