import { isFirefox } from "../lib/browser.js";
import { requestBody } from "../lib/request-body.js";
import { textCapped, TooLong } from "./capped-body.js";
import { BATCH } from "./contexts.js";
import { forServer } from "./server-context.js";
import { parseScoreAnswer } from "./verdicts.js";

/** How long one message may wait for the server, in milliseconds. The page holds an act far shorter than this. */
export const TIME_LIMIT = 1_500;

/** How long a server that failed is left alone, so that a dead one does not slow every post. */
const REST = 30_000;

/** The longest that a server may ask for. */
export const LONGEST_REST = 600_000;

/** Largest request body, a little under the server's limit of 64 KiB. */
const BODY_MAX = 60 * 1024;

/** Largest answer that is read, in bytes: a batch in which everything is explained has a tenth of it. */
const ANSWER_MAX = 2 * 1024 * 1024;

/**
 * Every request: no cookie, no referrer, no cache, one language for all, and never on to another address.
 *
 * Firefox gives each installation a random id and puts it into `Origin`, which would tell one person's requests from
 * another's. In the mode "same-origin" (to Firefox an address that the person allowed is just that) and without a
 * referrer it sends `Origin: null`. Chrome's id is the same for everybody.
 * @type {RequestInit}
 */
export const PLAIN = {
  mode: isFirefox ? "same-origin" : "cors",
  credentials: "omit",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  redirect: "error",
  headers: { "Accept-Language": "id" },
};

export class ServerError extends Error {
  /** @param {string} reason a short code that the page can show @param {number} [rest] milliseconds to leave it alone */
  constructor(reason, rest = REST) {
    super(reason);
    this.reason = reason;
    this.rest = rest;
  }
}

/**
 * Split into requests that the server takes: at most `BATCH` contexts and `BODY_MAX` bytes each.
 * @param {Context[]} contexts
 * @returns {Context[][]}
 * @throws {ServerError} `too-large`: one context alone does not fit
 */
export function splitBatches(contexts) {
  /** @type {Context[][]} */
  const batches = [];
  let room = 0;
  for (const context of contexts) {
    const size = new TextEncoder().encode(JSON.stringify(context)).length + 1;
    if (size > BODY_MAX) throw new ServerError("too-large", 0);
    const last = batches.at(-1);
    if (last && last.length < BATCH && size <= room) last.push(context);
    else batches.push([context]);
    room = (batches.at(-1)?.length === 1 ? BODY_MAX : room) - size;
  }
  return batches;
}

/**
 * Score by the server.
 * @param {string} url base address @param {Context[]} contexts @param {string} date
 * @returns {Promise<{verdicts: Verdict[], bundle: BundleMark}>}
 * @throws {ServerError}
 */
export async function scoreByServer(url, contexts, date) {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const fitted = contexts.map(forServer);
  const batches = splitBatches(fitted.map(({ context }) => context));
  const answers = await Promise.all(batches.map((batch) => postBatch(url, batch, date, signal)));
  const [first] = answers;
  if (first === undefined || answers.some(({ bundle }) => bundle.digest !== first.bundle.digest)) {
    throw new ServerError("invalid", 0); // The server changed its rules between two requests.
  }
  const verdicts = answers.flatMap((answer) => answer.verdicts)
    .map((verdict, index) => ({ ...verdict, partial: verdict.partial || fitted[index]?.cut === true }));
  return { verdicts, bundle: first.bundle };
}

/** @param {string} url @param {Context[]} batch @param {string} date @param {AbortSignal} signal */
async function postBatch(url, batch, date, signal) {
  let body;
  try {
    const response = await fetch(`${url}/v1/score`, {
      ...PLAIN,
      method: "POST",
      headers: { ...PLAIN.headers, "Content-Type": "application/json" },
      body: JSON.stringify(requestBody(batch, date)),
      signal,
    });
    if (!response.ok) throw new ServerError(`status-${response.status}`, retryAfter(response));
    body = await textCapped(response, ANSWER_MAX);
  } catch (error) {
    if (error instanceof ServerError) throw error;
    if (error instanceof TooLong) throw new ServerError("invalid");
    throw new ServerError(signal.aborted ? "timeout" : "unreachable");
  }
  try {
    return parseScoreAnswer(JSON.parse(body), batch.length);
  } catch {
    throw new ServerError("invalid");
  }
}

/** @param {Response} response @returns {number} milliseconds, from `Retry-After` in seconds, at most ten minutes */
function retryAfter(response) {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, LONGEST_REST) : REST;
}
