/**
 * Small building blocks that check a value which came from elsewhere: a message, storage, a server, a policy file.
 * A shape takes the value and the name of its place, and returns a clean copy or throws `ShapeError`.
 * Records come out without a prototype, so that no key of theirs can reach `Object.prototype` (ASVS 15.3.6).
 */

/** @template T @typedef {(value: unknown, place: string) => T} Shape */

export class ShapeError extends Error {}

/** @param {string} place @param {string} wanted @returns {never} */
const refuse = (place, wanted) => {
  throw new ShapeError(`${place}: ${wanted}`);
};

/** @param {number} max @param {number} [min] @returns {Shape<string>} */
export const text = (max, min = 0) => (value, place) =>
  typeof value === "string" && value.length >= min && value.length <= max
    ? value
    : refuse(place, `text of ${min} to ${max} characters wanted`);

/** Text of any length, cut to `max` and never inside a surrogate pair. @param {number} max @returns {Shape<string>} */
export const clipped = (max) => (value, place) => {
  if (typeof value !== "string") return refuse(place, "text wanted");
  return value.length <= max ? value : value.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");
};

/** @type {Shape<boolean>} */
export const flag = (value, place) => (typeof value === "boolean" ? value : refuse(place, "true or false wanted"));

/** @param {number} min @param {number} max @returns {Shape<number>} */
export const number = (min, max) => (value, place) =>
  typeof value === "number" && value >= min && value <= max ? value : refuse(place, `number from ${min} to ${max} wanted`);

/** @param {number} min @param {number} max @returns {Shape<number>} */
export const integer = (min, max) => (value, place) =>
  Number.isSafeInteger(number(min, max)(value, place)) ? Number(value) : refuse(place, "whole number wanted");

/** @template {string} T @param {...T} words @returns {Shape<T>} */
export const oneOf = (...words) => (value, place) =>
  words.find((word) => word === value) ?? refuse(place, `one of ${words.join(", ")} wanted`);

/** @param {RegExp} pattern anchored @param {string} wanted @returns {Shape<string>} */
export const matching = (pattern, wanted) => (value, place) =>
  typeof value === "string" && pattern.test(value) ? value : refuse(place, `${wanted} wanted`);

/** @template T @param {Shape<T>} item @param {number} max @param {number} [min] @returns {Shape<T[]>} */
export const list = (item, max, min = 0) => (value, place) =>
  Array.isArray(value) && value.length >= min && value.length <= max
    ? value.map((one, index) => item(one, `${place}[${index}]`))
    : refuse(place, `list of ${min} to ${max} wanted`);

/** A key that may be missing from its record. @template T @param {Shape<T>} shape @returns {Shape<T | undefined>} */
export const optional = (shape) => (value, place) => (value === undefined ? undefined : shape(value, place));

/**
 * @template {Record<string, Shape<any>>} F
 * @param {F} fields
 * @param {{strangers?: "refuse" | "drop"}} [options] what to do with keys that are not in `fields`
 * @returns {Shape<{[K in keyof F]: ReturnType<F[K]>}>}
 */
export const record = (fields, { strangers = "refuse" } = {}) => (value, place) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(place, "record wanted");
  const given = /** @type {Record<string, unknown>} */ (value);
  const stranger = Object.keys(given).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined && strangers === "refuse") return refuse(`${place}.${stranger}`, "unknown key");
  const clean = Object.create(null);
  for (const [key, shape] of Object.entries(fields)) {
    const checked = shape(Object.hasOwn(given, key) ? given[key] : undefined, `${place}.${key}`);
    if (checked !== undefined) clean[key] = checked;
  }
  return clean;
};
