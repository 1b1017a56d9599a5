import { api } from "../lib/browser.js";
import { sha256 } from "../lib/digest.js";
import { parseAddress } from "../lib/server-address.js";
import { readCapped, TooLong } from "./capped-body.js";
import { mayReach } from "./permissions.js";
import { deleteFile, readFile, writeFile } from "./rule-store.js";
import { forgetRules, leaveSubscribed, loadRules, readPackaged } from "./rules.js";
import { PLAIN } from "./server-client.js";
import { readSettings } from "./settings.js";
import { ShapeError } from "./shape.js";
import { FILE_MAX, SignedFileError } from "./signed-file.js";
import { checkUse, openFile } from "./subscribed.js";
import { readState, readStateToChange, writeState } from "./subscription-state.js";

/**
 * Signed rules from a server: only rules travel, and only to here. Nothing is sent but the digest of the file that is
 * kept, which everybody has who keeps the same file.
 */

export const RULES_ALARM = "rules";

/** How often the server is asked, in milliseconds; each time a tenth sooner or later, so that not all ask at once. */
const PERIOD = 6 * 60 * 60 * 1000;
/** When a browser starts after its time was over, in milliseconds: offices open all at once. */
const START_SOONEST = 30_000;
const START_SPREAD = 10 * 60 * 1000;
/** For the whole download, in milliseconds. */
const TIME_LIMIT = 20_000;
/** No version jumps further: whoever got hold of a key could otherwise end the row of versions for ever. */
const JUMP_MAX = 1_000;

/** @typedef {import("./signed-file.js").Bytes} Bytes */
/** @typedef {import("./subscribed.js").Opened} Opened */
/** @typedef {import("./rules.js").Rules} Rules */

/** One check at a time. @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * Ask the server for newer rules and take them if they are good.
 * @param {number} now epoch milliseconds
 * @returns {Promise<boolean>} whether other rules are in force than at the last check
 */
export function checkRules(now) {
  const turn = queue.then(() => checkOnce(now));
  queue = turn.catch(() => {});
  return turn;
}

/** @param {number} now */
async function checkOnce(now) {
  const { rules } = await readSettings();
  if (!rules.on) return false;
  try {
    const problem = await takeNewest(rules.url, now).then(() => null, problemOf);
    await writeState({ checked: now, problem });
  } finally {
    await schedule(now); // On a full disk too: an alarm rings once, and nothing else would ask again.
  }
  const { mark } = await loadRules();
  const { rulesInForce } = await api.storage.session.get("rulesInForce");
  await api.storage.session.set({ rulesInForce: mark.digest });
  return rulesInForce !== mark.digest;
}

/** @param {unknown} error @returns {import("./subscription-state.js").Problem} */
function problemOf(error) {
  const { code, detail } = error instanceof SignedFileError ? error : new SignedFileError("storage", String(error));
  return { code, detail: detail.slice(0, 2_000) };
}

/** @param {string} url @param {number} now @throws {SignedFileError} */
async function takeNewest(url, now) {
  const address = parseAddress(url);
  if (!address.ok || !(await mayReach(address.origins))) throw new SignedFileError("permission");
  const kept = await readFile().catch(() => null);
  const digest = kept && (await sha256(kept));
  const raw = await download(address.url, digest);
  if (raw === null || (await sha256(raw)) === digest) return;
  const [opened, packaged] = await Promise.all([openFile(raw, now), readPackaged()]);
  const { seen } = await readStateToChange();
  checkOrder(opened, seen, packaged.version);
  checkUse(opened, packaged);
  await writeFile(raw);
  const { version, issued } = opened.header;
  const others = seen.filter(({ key }) => !opened.signers.includes(key));
  await writeState({
    fetched: now,
    seen: [...opened.signers.map((key) => ({ key, version, issued })), ...others].slice(0, 100),
    accepted: { file: await sha256(raw), packaged: packaged.digest, refused: null },
  });
  forgetRules();
}

/**
 * The file, or null where the server has the one that is kept. The tag of what is kept is worked out here and not
 * repeated after the server, which could otherwise give each device a tag of its own.
 * @param {string} url @param {string | null} digest of the file that is kept
 * @returns {Promise<Bytes | null>} @throws {SignedFileError}
 */
async function download(url, digest) {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const headers = new Headers(PLAIN.headers);
  if (digest !== null) headers.set("If-None-Match", `"${digest}", "${digest}-gzip"`);
  try {
    const response = await fetch(`${url}/v1/rules/signed`, { ...PLAIN, headers, signal });
    if (response.status === 304 && digest !== null) return null;
    if (response.status === 404) throw new SignedFileError("absent");
    if (!response.ok) throw new SignedFileError("status", String(response.status));
    return await readCapped(response, FILE_MAX);
  } catch (error) {
    if (error instanceof SignedFileError) throw error;
    if (error instanceof TooLong) throw new SignedFileError("too-large");
    throw new SignedFileError(signal.aborted ? "timeout" : "unreachable");
  }
}

/**
 * No file may be older than what was seen of its key: by version, and within a version by the moment of signing. The
 * same one may come again, to a device that has switched off and on or has lost what it kept.
 * @param {Opened} opened @param {import("./subscription-state.js").State["seen"]} seen @param {number} packaged version
 * @throws {SignedFileError} `rollback`, `jump`
 */
function checkOrder({ header: { version, issued }, signers }, seen, packaged) {
  const before = seen.filter(({ key }) => signers.includes(key));
  const newest = before.find((last) => version < last.version || (version === last.version && issued < last.issued));
  if (newest) throw new SignedFileError("rollback", String(newest.version));
  const highest = Math.max(packaged, ...before.map((last) => last.version));
  if (version > highest + JUMP_MAX) throw new SignedFileError("jump", String(version));
}

/** Wake for the next check, or when the rules in force run out if that is sooner. @param {number} now */
async function schedule(now) {
  const next = now + PERIOD * (0.9 + 0.2 * Math.random());
  const { until } = await loadRules();
  await api.alarms.create(RULES_ALARM, { when: Math.min(next, Math.max(until, now) + 1_000) });
}

/** See to it that the next check comes, as browsers may forget alarms. @param {number} now */
export async function wakeRules(now) {
  const { rules } = await readSettings();
  if (!rules.on) {
    await api.alarms.clear(RULES_ALARM);
    return;
  }
  const { checked } = await readState();
  const isDue = checked > now || now - checked >= PERIOD;
  if (isDue) await api.alarms.create(RULES_ALARM, { when: now + START_SOONEST + START_SPREAD * Math.random() });
  else if (!(await api.alarms.get(RULES_ALARM))) await schedule(checked);
}

/**
 * Switching on needs the permission that the options page asked for; without it nothing is stored.
 * @param {import("./rules-settings.js").RulesChoice} rules @throws {ShapeError}
 */
export async function checkRulesChoice({ on, url }) {
  const address = parseAddress(url);
  if (on && !(address.ok && (await mayReach(address.origins)))) throw new ShapeError("rules: permission missing");
}

/** Take up what was just chosen: ask at once, or do without. @param {number} now */
export async function followRulesChoice(now) {
  forgetRules();
  if ((await readSettings()).rules.on) {
    await checkRules(now);
    return;
  }
  await forgetSubscription();
  await writeState({ checked: 0, fetched: 0, problem: null, accepted: null });
}

/** The file and its alarm go. Which files were seen stays, or switching off and on would open the way back. */
export async function forgetSubscription() {
  try {
    await Promise.all([deleteFile(), api.alarms.clear(RULES_ALARM), api.storage.session.remove("rulesInForce")]);
  } finally {
    await leaveSubscribed();
  }
}

/**
 * What popup and options tell.
 * @returns {Promise<RulesState>}
 */
export async function describeRules() {
  const [{ rules }, { checked, fetched, problem }] = await Promise.all([readSettings(), readState()]);
  if (!rules.on) return { subscribed: null, checked, fetched, problem: null };
  const address = parseAddress(rules.url);
  const reached = address.ok && (await mayReach(address.origins));
  const { subscribed = null, refused = null } = await loadRules().catch(() => /** @type {Partial<Rules>} */ ({}));
  return { subscribed, checked, fetched, problem: reached ? refused ?? problem : { code: "permission", detail: "" } };
}
