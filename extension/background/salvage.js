import { ShapeError } from "./shape.js";

/**
 * What can be kept of something stored that may be damaged. A salvager never throws; `lost` says whether something
 * that was there is not in `sound`.
 * @template T @typedef {(value: unknown) => {sound: T, lost: boolean}} Salvager
 */

/** All or nothing. @template T @param {import("./shape.js").Shape<T>} shape @returns {Salvager<T | undefined>} */
export const whole = (shape) => (value) => {
  try {
    return { sound: value === undefined ? undefined : shape(value, ""), lost: false };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { sound: undefined, lost: true };
  }
};

/** Every sound item of a list, the last ones where there are too many. @template T @param {import("./shape.js").Shape<T>} item @param {number} max @returns {Salvager<T[]>} */
export const items = (item, max) => (value) => {
  if (value === undefined) return { sound: [], lost: false };
  if (!Array.isArray(value)) return { sound: [], lost: true };
  const tried = value.map(whole(item));
  const sound = tried.flatMap(({ sound: one }) => (one === undefined ? [] : [one])).slice(-max);
  return { sound, lost: sound.length < value.length };
};
