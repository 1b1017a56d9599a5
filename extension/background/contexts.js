import { clipped, list, matching, oneOf, optional, record } from "./shape.js";

/** Longest fields, in UTF-16 units. Longer ones are cut, not refused: the engine marks what it could not read as partial. */
const LONG = 100_000;
const SHORT = 1_000;

/** Most contexts of one message, and of one request to a server. */
export const BATCH = 50;

/** A button that is guarded. */
export const act = oneOf(
  "like", "react", "share", "repost", "quote", "comment", "reply", "follow", "subscribe", "join", "post", "rsvp",
  "vote_poll");

/**
 * One context, exactly the fields of `POST /v1/score` and no other: what passes this shape is all that can ever be
 * sent to a server.
 * @type {import("./shape.js").Shape<Context>}
 */
export const context = record({
  site: optional(clipped(SHORT)),
  surface: optional(clipped(SHORT)),
  act: optional(act),
  author: optional(record({ name: optional(clipped(SHORT)), handle: optional(clipped(SHORT)) })),
  container: optional(record({ kind: optional(clipped(SHORT)), name: optional(clipped(SHORT)) })),
  text: optional(clipped(LONG)),
  quoted: optional(record({ author: optional(clipped(SHORT)), text: optional(clipped(LONG)) })),
  image_alt: optional(list(clipped(LONG), 50)),
  link: optional(record({ title: optional(clipped(SHORT)), url: optional(clipped(4_000)) })),
  draft: optional(clipped(LONG)),
  date: optional(matching(/^\d{4}-\d{2}-\d{2}$/, "date YYYY-MM-DD")),
});
