/** Ask the JavaScript engine in Node what questions.py wrote down; exit with 1 at the first other answer. */

import { readFileSync } from "node:fs";
import { buildAccountLists, isListed, murmur3, normalAccount, probePlaces } from "../../extension/engine/accounts.js";
import { loadBundle } from "../../extension/engine/bundle.js";
import { utf16Index } from "../../extension/engine/fold.js";
import { buildEngine, canonicalJson, score } from "../../extension/engine/score.js";

const DIGEST = "sha256:0";
const UTF16 = [["abc", 2, 2], ["\u{1f600}b", 1, 2], ["a\u{1f600}\u{1f600}b", 3, 5], ["", 0, 0], ["ab", 9, 2]];

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(`${process.argv[2]}/${name}.json`, "utf8"));

/** @param {string} what @param {unknown} told @param {unknown} expected */
function same(what, told, expected) {
  if (told === expected) return;
  console.error(`${what}\n  told     ${told}\n  expected ${expected}`);
  process.exit(1);
}

/** @param {string} bundle */
function refusal(bundle) {
  try {
    buildEngine(loadBundle(bundle, DIGEST));
    return "";
  } catch (error) {
    return `${error.constructor.name} ${error.message}`;
  }
}

/** @param {{bundle: string, asked: [object, string, boolean, string][]}} part */
function askAll({ bundle, asked }) {
  const engine = buildEngine(loadBundle(bundle, DIGEST));
  same("digest", engine.digest, DIGEST);
  same("version", engine.version, JSON.parse(bundle).version);
  for (const [context, date, explain, expected] of asked) {
    same(JSON.stringify(context), canonicalJson(explain ? score(engine, context, date) : score(engine, context, date, false)), expected);
  }
}

askAll(read("vectors"));

const parts = read("parts");
for (const [text, position, index] of UTF16) same(`utf16Index ${text}`, utf16Index(text, position), index);
for (const [key, size, hash, places] of parts.accounts) {
  same(`murmur3 ${key}`, murmur3(key, 0x9747b28c), hash);
  same(`places ${key} ${size}`, probePlaces(key, 32, size).join(), places.join());
}
for (const [written, compared] of parts.forms) same(`form of ${written}`, normalAccount(written ?? undefined), compared);
const [entries, day, sites] = parts.asked;
for (const [site, asked] of sites) {
  same(`list of ${site}`, isListed(buildAccountLists({ accounts: entries }), site ?? undefined, "contoh", day), asked);
}
same("canonical JSON", canonicalJson(parts.json[0]), parts.json[1]);
for (const [bundle, context, date, points] of parts.answers) {
  same(JSON.stringify(context), score(buildEngine(loadBundle(bundle, DIGEST)), context, date).points, points);
}

const { broken, odd } = read("bundles");
for (const [fault, bundle, place] of broken) same(fault, refusal(bundle).split(":")[0], `BundleError ${place}`);
for (const bundle of odd) same(bundle.slice(0, 99), refusal(bundle), "");

askAll(read("examples"));
