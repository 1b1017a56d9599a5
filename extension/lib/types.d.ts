/* Types only: read by `tsc --checkJs`, never loaded by a browser. */

interface Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

type Language = "id" | "en";
type Level = "none" | "mention" | "campaign";
type Reaction = "nothing" | "mark" | "ask";
type Employment = "" | "pns" | "pppk" | "non-asn" | "perangkat-desa" | "tni" | "polri";
type Sensitivity = "low" | "normal" | "high";

interface Settings {
  version: 1;
  language: "auto" | Language;
  employment: Employment;
  sensitivity: Sensitivity;
  /** Epoch milliseconds; 0 when not paused. */
  pausedUntil: number;
  /** Site keys (an adapter id, or a host) the person switched off. */
  sitesOff: string[];
  serverMode: { on: boolean; url: string };
}

/** What the office preset; every key may be missing. */
interface Preset {
  serverUrl?: string;
  sitesOff?: string[];
  language?: Language;
  employment?: Employment;
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

interface Verdict {
  level: Level;
  score: number;
  points: number;
  stance: "support" | "oppose" | "neutral";
  partial: boolean;
  affiliations: { id: string; kind: string; name: string }[];
  evidence?: { rule: string; field: string; start: number; end: number; points: number; why: string }[];
  nearly?: { rule: string; field?: string; why: string }[];
}

interface BundleMark {
  version: number;
  digest: string;
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
