import { keyBytes } from "../lib/rule-key.js";
import { parseAddress } from "../lib/server-address.js";
import { flag, list, record, ShapeError, text } from "./shape.js";

/** The settings of a subscription to rules: what a person chooses, what an office presets, and what follows. */

/** @typedef {{on: boolean, url: string, keys: string[]}} RulesChoice `keys` are those that the person entered */

/** @type {import("./shape.js").Shape<string>} */
export const ruleKey = (value, place) => {
  const key = text(60, 1)(value, place);
  if (keyBytes(key) === null) throw new ShapeError(`${place}: public key wanted`);
  return key;
};

/** @type {import("./shape.js").Shape<string>} */
export const rulesAddress = (value, place) => {
  const parsed = parseAddress(text(2_000)(value, place));
  if (!parsed.ok) throw new ShapeError(`${place}: ${parsed.code}`);
  return parsed.url;
};

/** Of a person, and as many of an office. */
export const KEYS_MAX = 4;
const keys = list(ruleKey, KEYS_MAX);

/** @type {import("./shape.js").Shape<RulesChoice>} */
export const rulesChoice = (value, place) => {
  const choice = record({ on: flag, url: text(2_000), keys })(value, place);
  return { ...choice, url: choice.on || choice.url !== "" ? rulesAddress(choice.url, `${place}.url`) : "" };
};

/**
 * The person's choice, else the office's address, which is used as soon as the browser holds the permission for it.
 * @param {Preset} preset @param {RulesChoice} [chosen] @returns {Settings["rules"]}
 */
export const combineRules = ({ rulesUrl = "", rulesKeys = [] }, chosen) => ({
  on: chosen?.on ?? rulesUrl !== "",
  url: chosen?.url || rulesUrl,
  keys: chosen?.keys ?? [],
  office: rulesKeys,
});
