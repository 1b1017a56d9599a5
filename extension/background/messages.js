import { act, BATCH, context } from "./contexts.js";
import { event } from "./counts.js";
import { report } from "./reports.js";
import { list, oneOf, optional, record, ShapeError, text } from "./shape.js";
import { parsePatch } from "./stored-settings.js";

const type = text(40, 1);
const host = text(253, 1);
const key = text(500, 1);

/**
 * Every message the background answers, by who may send it. A content script runs in the same process as its site,
 * so it may only ask for what the site's own page could know: it can change no setting but a pause and an allowance, and
 * count that one of four things happened.
 */
const FROM_CONTENT = {
  hello: record({ type, host }),
  score: record({ type, contexts: list(context, BATCH, 1), posts: optional(list(text(500), BATCH)) }),
  allow: record({ type, site: optional(text(500)), post: optional(key), account: optional(key) }),
  pause: record({ type, for: oneOf("15m", "today", "site"), host: optional(host) }),
  guidance: record({ type, act }),
  "open-guide": record({ type, act }),
  "ask-apart": record({ type, id: text(36, 36) }),
  "open-report": record({ type, report }),
  count: record({ type, event }),
};

const FROM_PAGES = {
  hello: FROM_CONTENT.hello,
  score: FROM_CONTENT.score,
  pause: FROM_CONTENT.pause,
  guidance: FROM_CONTENT.guidance,
  "open-guide": FROM_CONTENT["open-guide"],
  "open-report": FROM_CONTENT["open-report"],
  "take-report": record({ type }),
  "get-law": record({ type }),
  "get-examples": record({ type }),
  "forget-lost": record({ type }),
  "get-counts": record({ type }),
  "delete-counts": record({ type }),
  "settle-advice": record({ type }),
  resume: record({ type, host: optional(host) }),
  "get-settings": record({ type, host: optional(host) }),
  "set-settings": record({ type, patch: parsePatch }),
  "add-site": record({ type, host }),
  "remove-site": record({ type, host }),
  "check-rules": record({ type }),
  "test-server": record({ type, url: text(2_000) }),
  "forget-account": record({ type, site: text(500), account: key }),
  "export-data": record({ type }),
  "delete-data": record({ type }),
};

/** @typedef {{[T in keyof typeof FROM_CONTENT]: ReturnType<typeof FROM_CONTENT[T]>}
 *   & {[T in keyof typeof FROM_PAGES]: ReturnType<typeof FROM_PAGES[T]>}} Messages */

/**
 * The message as a clean copy without a prototype.
 * @param {unknown} raw
 * @param {"content" | "page"} from
 * @returns {{type: keyof Messages}}
 * @throws {ShapeError} unknown type, not allowed from there, or malformed
 */
export function parseMessage(raw, from) {
  const shapes = from === "page" ? FROM_PAGES : FROM_CONTENT;
  const name = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;
  if (typeof name !== "string" || !Object.hasOwn(shapes, name)) throw new ShapeError("message.type: unknown");
  const shape = /** @type {import("./shape.js").Shape<any>} */ (shapes[/** @type {keyof typeof shapes} */ (name)]);
  return shape(raw, "message");
}

/**
 * Who sent this: one of our own pages, a content script, or a stranger.
 * @param {chrome.runtime.MessageSender} sender
 * @param {{id: string, origin: string}} self our id, and the address our pages begin with
 * @returns {"content" | "page" | null}
 */
export function senderKind(sender, self) {
  if (sender.id !== self.id) return null;
  if (sender.url?.startsWith(self.origin)) return "page";
  return sender.tab ? "content" : null;
}
