/** The obvious design in JavaScript: one alternation of all names, then a loop over 300 expressions. See rival.py. */

const NAME_WORD = "xqnama";

const quoted = (/** @type {string} */ text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** @param {{names: string[], regexes: string[][], points: number[]}} rules */
export function buildRival({ names, regexes, points }) {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return {
    names: new RegExp(`(?<![\\p{L}\\p{N}_@#])(?:${longestFirst.map(quoted).join("|")})(?![\\p{L}\\p{N}_])`, "gu"),
    rules: regexes.map((rule, place) => ({ points: points[place], patterns: rule.map((source) => new RegExp(source, "u")) })),
  };
}

/** @param {ReturnType<typeof buildRival>} rival @param {string} text */
export function scoreRival(rival, text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const names = [];
  let masked = "";
  let at = 0;
  for (const match of plain.matchAll(rival.names)) {
    names.push([match.index, match.index + match[0].length]);
    masked += plain.slice(at, match.index) + NAME_WORD;
    at = match.index + match[0].length;
  }
  masked += plain.slice(at);
  const hits = [];
  let total = names.length ? 30 : 0;
  for (const [number, rule] of rival.rules.entries()) {
    let found = null;
    for (const pattern of rule.patterns) {
      const match = pattern.exec(masked);
      if (match && (!found || match.index < found.index)) found = match;
    }
    if (!found) continue;
    hits.push([number, found.index, found.index + found[0].length]);
    total += rule.points;
  }
  return { points: Math.max(0, Math.min(200, total)), names, hits };
}
