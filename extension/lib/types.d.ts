/* Types only: read by `tsc --checkJs`, never loaded by a browser. */

interface Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** One of `LANGUAGES` in languages.js. */
type Language = string;
/** What reasons and the law are written in. */
type RulesLanguage = "id" | "en";
type Level = "none" | "mention" | "campaign";
type Reaction = "nothing" | "mark" | "ask";
/** By level; campaign with strong evidence apart. */
type Reactions = Record<Level | "strong", Reaction>;
type Employment = "" | "pns" | "pppk" | "non-asn" | "perangkat-desa" | "tni" | "polri";
type Sensitivity = "low" | "normal" | "high";

interface Settings {
  version: number;
  language: "auto" | Language;
  employment: Employment;
  /** Province, regency or city as the bundle's `law.areas` names it; "" when not given. */
  region: string;
  sensitivity: Sensitivity;
  /** Whether numbers a day are kept. */
  counting: boolean;
  /** Epoch milliseconds; 0 when not paused. */
  pausedUntil: number;
  /** Site keys (an adapter id, or a host) the person switched off. */
  sitesOff: string[];
  /** Hosts the person added to the listed sites. */
  sitesAdded: string[];
  serverMode: { on: boolean; url: string };
  /**
   * Whether signed rules are fetched, and from where; public keys that may add to the packaged rules: those that the
   * person entered, and those that the office preset.
   */
  rules: { on: boolean; url: string; keys: string[]; office?: string[] };
}

/** Rules in force that came from a server; times in epoch milliseconds. `office`: its key may only add. */
interface SubscribedRules {
  version: number;
  issued: number;
  expires: number;
  office: boolean;
}

/** How the subscription stands. `checked` and `fetched` are 0 for never; `problem` is why it brought nothing new. */
interface RulesState {
  subscribed: SubscribedRules | null;
  checked: number;
  fetched: number;
  problem: { code: string; detail: string } | null;
}

/** What the office preset; every key may be missing. */
interface Preset {
  serverUrl?: string;
  sitesOff?: string[];
  language?: Language;
  employment?: Employment;
  region?: string;
  rulesUrl?: string;
  rulesKeys?: string[];
  locked?: LockKey[];
  /** Who set it and why, in the policy's own words. */
  setBy?: string;
  reason?: string;
}

/** Settings that an office can hold fast. */
type LockKey = "employment" | "region" | "serverUrl";

/** What is held fast; `by` and `why` may be "". */
interface Locks {
  keys: LockKey[];
  by: string;
  why: string;
}

/** What a person should know of a bad day: see background/notices.js. */
interface Notice {
  code: "unreadable" | "newer" | "lost" | "clock" | "old";
  /** For `lost`: names of settings, "accounts" or "counts". */
  parts: string[];
}

/** A post, what the engine says of it today, and what each step of sensitivity does then. */
interface SensitivityExample {
  text: string;
  level: Level;
  /** The level, or `strong`. */
  kind: Level | "strong";
  reactions: Record<Sensitivity, Reaction>;
}

interface Context {
  site?: string;
  surface?: string;
  act?: string;
  author?: { name?: string; handle?: string };
  container?: { kind?: string; name?: string };
  text?: string;
  quoted?: { author?: string; text?: string };
  image_alt?: string[];
  link?: { title?: string; url?: string };
  draft?: string;
  date?: string;
}

interface Evidence {
  rule: string;
  field: string;
  /** Code points. */
  start: number;
  end: number;
  points: number;
  why: string;
}

interface Verdict {
  level: Level;
  score: number;
  points: number;
  stance: "support" | "oppose" | "neutral";
  partial: boolean;
  affiliations: { id: string; kind: string; name: string }[];
  evidence?: Evidence[];
  nearly?: { rule: string; field?: string; why: string }[];
}

interface BundleMark {
  version: number;
  digest: string;
}

/** What happened on one day (YYYY-MM-DD, the person's own), in numbers. */
interface DayCounts {
  day: string;
  marked: number;
  asked: number;
  cancelled: number;
  continued: number;
}

/** What a person hands on who finds a mark wrong: no account, no name, no text but a snippet that can be emptied. */
interface Report {
  site: string;
  act: string;
  level: Level;
  rules: BundleMark;
  /** Points of each rule, learned weights as one. */
  evidence: { rule: string; points: number }[];
  snippet: string;
}

/** A remembered account: key, how it reads, and the moment it is forgotten (epoch milliseconds). */
interface RememberedAccount {
  site: string;
  account: string;
  until: number;
}

type CheckResult =
  | "ok" | "address" | "permission" | "name" | "refused" | "timeout"
  | "certificate" | "not-our-service" | "version" | "status";

interface ServerCheck {
  result: CheckResult;
  detail: {
    /** A finer reason, a key of the catalog: `check_<result>_<code>`. */
    code?: string;
    /** False when the browser did not say why, and this is the likeliest of `possible`. */
    sure?: boolean;
    possible?: CheckResult[];
    status?: number;
    ms?: number;
    bundle?: BundleMark;
    origin?: string;
  };
}
