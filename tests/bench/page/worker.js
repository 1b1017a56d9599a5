/**
 * Measures the engine in a worker of its own, so that nothing is compiled or warm before. Timers in pages are coarse
 * (1 ms in Firefox): every figure is taken over many posts.
 */
import { loadBundle } from "../engine/bundle.js";
import { buildEngine, canonicalJson, score } from "../engine/score.js";
import { buildRival, scoreRival } from "./rival.js";

/** @param {() => void} work @returns {number} milliseconds */
const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** @param {number} count @param {any[]} items @param {(item: any) => unknown} work @returns {number} microseconds an item */
const each = (count, items, work) => timed(() => {
  for (let place = 0; place < count; place += 1) work(items[place % items.length]);
}) * 1000 / count;

const sha256 = async (/** @type {string} */ text) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

onmessage = async ({ data: { size, day, cold, warm, rivals, rounds, compared } }) => {
  const read = async (/** @type {string} */ name) => (await fetch(name)).text();
  const [text, rules, contexts] = [
    await read(`${size}.json`), JSON.parse(await read(`${size}-rival.json`)), JSON.parse(await read("contexts.json")),
  ];
  /** @type {any} */
  let engine;
  const build = timed(() => {
    engine = buildEngine(loadBundle(text, ""));
  });
  const judge = (/** @type {any} */ context) => score(engine, context, day);
  const first = timed(() => {
    for (const context of contexts.slice(0, cold)) judge(context);
  });
  const verdicts = await sha256(contexts.slice(0, compared).map((/** @type {any} */ context) => canonicalJson(judge(context))).join("\n"));
  const rival = buildRival(rules);
  const judgeRival = (/** @type {any} */ context) => scoreRival(rival, context.text);
  each(rivals, contexts, judgeRival);
  each(warm, contexts, judge);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(each(warm, contexts, judge));
    theirs.push(each(rivals, contexts, judgeRival));
  }
  postMessage({ build, first, ours, theirs, verdicts });
};
