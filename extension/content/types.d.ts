/* Types only: read by `tsc --checkJs`, never loaded by a browser. Context, Verdict, Level: see ../lib/types.d.ts. */

declare var JagaJempol: JagaJempolNamespace;

type Act =
  | "like" | "react" | "share" | "repost" | "quote" | "comment" | "reply"
  | "follow" | "subscribe" | "join" | "post" | "rsvp" | "vote_poll";

/** One adapter of shared_rules/sites, as the bundle carries it. */
interface Adapter {
  id: string;
  title: string;
  hosts: string[];
  /** Beginnings of paths; elsewhere on these hosts the adapter rests. */
  paths?: string[];
  /** What can be pressed there beside the usual roles. */
  pressable?: string[];
  /** The one post that a page is about, for what stands apart from it. */
  page?: string[];
  units: AdapterUnit[];
  controls?: AdapterControl[];
  composers?: AdapterComposer[];
  double_clicks?: { act: Act; selectors: string[]; except?: string[] }[];
  shortcuts?: AdapterShortcut[];
}

/** Something that is read and judged as one: a post, a comment, a profile. */
interface AdapterUnit {
  surface: string;
  /** May be left out where there is something to climb from. */
  roots?: string[];
  except?: string[];
  /** Anchors of which a post holds exactly one, for places where no root matches. */
  climb?: string[];
  /** What never stands in a unit found by climbing. */
  beside?: string[];
  /** Where there is no root: the nearest ancestor that holds one of these. Only with `acts`. */
  near?: string[];
  /** The acts this unit answers for; all when left out. */
  acts?: Act[];
  /** Links whose address is the post's identity. */
  identity?: string[];
  /** Query parameters that are part of the identity. */
  identity_query?: string[];
  parts: AdapterParts;
  containers?: AdapterContainer[];
  /** Shows the beginning of another unit, which is meant wherever it is known. */
  excerpt?: boolean;
}

interface AdapterContainer {
  kind: string;
  selectors: string[];
  /** In the unit, anywhere, or in the nearest element around the unit that has it. */
  scope?: "unit" | "page" | "near";
  /** Posts that name nobody are its own. */
  author?: boolean;
}

interface AdapterParts {
  author?: string[];
  /** Beginnings of accessible names that end with the author's. */
  author_label?: string[];
  handle?: string[];
  text?: string[];
  /** The text comes in several elements. */
  text_in_pieces?: boolean;
  /** What stands inside the main text and is not read. */
  omit?: string[];
  /** Texts beside the main one, all of them. */
  more?: string[];
  quoted_author?: string[];
  quoted_text?: string[];
  /** The second match of text, and of author where there is no `quoted_author`, is the quoted post. */
  second_is_quoted?: boolean;
  image?: string[];
  link?: string[];
  link_title?: string[];
  /** Query parameter that holds the true address of a wrapped link. */
  link_unwrap?: string;
}

interface AdapterShortcut {
  key: string;
  act: Act;
  opens?: boolean;
  /** Counts only in posts that have such a control. */
  guess?: boolean;
  /** Acts on the post that the page is about, wherever the focus is. */
  page?: boolean;
}

type Names = { id?: string[]; en?: string[] };

interface AdapterControl {
  act: Act;
  selectors?: string[];
  undo?: string[];
  /** Where it stands, for a page in a language whose names nobody knows. */
  place?: string[];
  /** A name alone counts only inside one of these. */
  within?: string[];
  names?: Names;
  undo_names?: Names;
  /** Names of the control once it was used; only where `selectors` found it. */
  done_names?: Names;
  /** Hovering it opens a flyout outside the post. */
  hover?: boolean;
  /** Leads to a menu or dialog that acts: the post is remembered, nothing is asked. */
  opens?: boolean;
  /** Stands outside the post; belongs to the post that opened the menu. */
  menu?: boolean;
  /** May stand apart from its post; belongs to the one that the page is about. */
  page?: boolean;
}

interface AdapterComposer {
  act: Act;
  /** The act when it belongs to a post. */
  act_on_post?: Act;
  fields: string[];
  field_names?: Names;
  within?: string[];
  send?: string[];
  send_names?: Names;
  keys?: ("Enter" | "Ctrl+Enter")[];
  /** Where the post is that it answers, in the order tried. */
  of?: ("unit" | "inside" | "menu" | "address" | "page")[];
  quoted_author?: string[];
  quoted_text?: string[];
}

interface NameEntry {
  words: string;
  undo: boolean;
  control: CompiledControl;
}

interface CompiledUnit extends AdapterUnit {
  selector: string;
  climbSelector: string;
  besideSelector: string;
  nearSelector: string;
}

interface CompiledControl {
  act: Act;
  selector: string;
  undoSelector: string;
  placeSelector: string;
  withinSelector: string;
  doneWords: string[];
  opens: boolean;
  menu: boolean;
  page: boolean;
}

interface CompiledComposer extends AdapterComposer {
  fieldSelector: string;
  withinSelector: string;
  sendSelector: string;
  fieldWords: string[];
  sendWords: string[];
}

interface CompiledAdapter {
  id: string;
  units: CompiledUnit[];
  /** Any root of any unit. */
  roots: string;
  page: string[];
  /** Whatever shows that there is a unit: roots, and the anchors to climb from. */
  anchors: string;
  /** Whatever can be pressed: the first, cheap question of each event. */
  pressable: string;
  controls: CompiledControl[];
  names: NameEntry[];
  composers: CompiledComposer[];
  fields: string;
  hover: string;
  doubleClicks: { act: Act; selector: string; exceptSelector: string }[];
  shortcuts: AdapterShortcut[];
}

/** A unit found on the page. */
interface Found {
  unit: CompiledUnit;
  root: Element;
}

/** A unit as it read at one moment. `key` changes with its content, `identity` says which post it is. */
interface Reading {
  found: Found | null;
  context: Context;
  key: string;
  identity: string;
}

/** An act recognised on the page. */
interface Match {
  act: Act;
  control: Element;
  /** Taking back, or merely opening: never asked about. */
  undo: boolean;
  opens: boolean;
  /** Recognised by a selector of the adapter, and not by a name alone. */
  sure: boolean;
  /** The second of two presses which together act; the first was let through. */
  second?: boolean;
  found: Found | null;
  /** The post at the time a menu was opened. */
  remembered: Reading | null;
  composer: ComposerMatch | null;
}

interface ComposerMatch {
  composer: CompiledComposer;
  field: HTMLElement;
}

/** One held event: how to make its like again, and where. */
interface Held {
  target: EventTarget;
  type: string;
  at: number;
  build: () => Event;
}

interface Gesture {
  match: Match;
  reading: Reading;
  kind: "pointer" | "key" | "single" | "submit";
  events: Held[];
  started: number;
  key?: string;
  submit?: { form: HTMLFormElement; submitter: HTMLElement | null };
  /** Where the pointer was, for clicks that reach the prompt by accident. */
  x: number;
  y: number;
  timer?: ReturnType<typeof setTimeout>;
  done?: boolean;
  /** The person was asked, which took a while. */
  asked?: boolean;
}

interface ContentSettings {
  paused: boolean;
  employment: Employment;
  language: string;
  levels: Record<string, Reaction>;
}

interface PromptQuestion {
  act: Act;
  verdict: Verdict;
  reading: Reading;
  employment: Employment;
  x: number;
  y: number;
}

interface PromptAnswer {
  proceed: boolean;
  forAccount: boolean;
}

interface JagaJempolNamespace {
  link: {
    alive(): boolean;
    send(message: Record<string, unknown>, timeout: number): Promise<any>;
  };
  texts: {
    use(table: Record<string, string> | undefined): void;
    say(key: string, ...substitutions: string[]): string;
  };
  names: {
    fold(raw: string): string;
    candidates(element: Element): string[];
    all(entries: NameEntry[], element: Element): NameEntry[];
    best(entries: NameEntry[], element: Element): NameEntry | null;
    matches(words: string[], element: Element, exact?: boolean): boolean;
    flatten(names: Names | undefined): string[];
  };
  adapter: {
    compile(raw: Adapter): CompiledAdapter;
    covers(raw: Adapter, path: string): boolean;
  };
  genericAdapter: Adapter;
  units: {
    at(adapter: CompiledAdapter, element: Element, act?: Act): Found | null;
    byAddress(adapter: CompiledAdapter): Found | null;
    onPage(adapter: CompiledAdapter, act?: Act): Found | null;
  };
  words: {
    of(element: Element, most?: number, omit?: string): string;
    cut(text: string, most: number): string;
  };
  context: {
    read(adapter: CompiledAdapter, found: Found): Reading;
    compose(base: Reading | null, extra: Context, site: string): Reading;
    same(a: Reading, b: Reading): boolean;
    empty(reading: Reading): boolean;
    account(context: Context): string;
  };
  verdicts: {
    known(reading: Reading): Verdict | undefined;
    want(reading: Reading): void;
    wait(reading: Reading, timeout: number): Promise<Verdict | null>;
    allowed(reading: Reading): boolean;
    allow(reading: Reading): void;
    allowAccount(site: string, account: string): void;
    onDevice(): boolean;
    onVerdicts(listener: () => void): void;
    forget(): void;
  };
  watch: {
    start(): void;
    stop(): void;
    rescan(): void;
    list(): Found[];
    shown(root: Element): Reading | undefined;
  };
  session: {
    readonly adapter: CompiledAdapter | null;
    readonly reader: "adapter" | "generic" | "none";
    readonly settings: ContentSettings;
    readonly active: boolean;
    readonly site: string;
    start(): Promise<void>;
    refresh(timeout?: number): Promise<void>;
    useGeneric(): void;
    onChange(listener: () => void): void;
  };
  controls: {
    pressableAt(adapter: CompiledAdapter, target: EventTarget | null): Element | null;
    match(adapter: CompiledAdapter, pressable: Element, flipped?: boolean): Match | null;
    inUnit(adapter: CompiledAdapter, found: Found, act: Act): Match | null;
  };
  composers: {
    bySend(adapter: CompiledAdapter, pressable: Element): Match | null;
    byKey(adapter: CompiledAdapter, event: KeyboardEvent): Match | null;
    byLineBreak(adapter: CompiledAdapter, event: InputEvent): Match | null;
    byForm(adapter: CompiledAdapter, form: HTMLFormElement): Match | null;
    fieldAt(adapter: CompiledAdapter, target: EventTarget | null): Match | null;
    layerOf(composer: CompiledComposer, field: HTMLElement): Element | null;
    draft(field: HTMLElement): string;
  };
  menus: {
    opened(match: Match, reading: Reading): void;
    press(reading: Reading): void;
    recall(): Reading | null;
    behind(): Reading | null;
    led(reading: Reading): Act | null;
    forget(): void;
  };
  excerpts: {
    whole(adapter: CompiledAdapter, found: Found): { found: Found | null; remembered: Reading | null };
  };
  contextMenu: {
    open(event: Event): void;
    touch(event: PointerEvent): void;
  };
  shortcuts: {
    match(adapter: CompiledAdapter, event: KeyboardEvent): Match | null;
  };
  targets: {
    innermost(event: Event): Element | null;
    editable(element: Element | null): boolean;
    native(element: Element, key: string): boolean;
  };
  record: {
    describe(event: Event, target: EventTarget): Held;
  };
  recognise: {
    press(adapter: CompiledAdapter, pressable: Element, flipped?: boolean): Match | null;
  };
  hover: {
    over(event: Event): void;
  };
  replay: {
    readonly running: boolean;
    run(gesture: Gesture): Promise<boolean>;
    release(gesture: Gesture): void;
  };
  subject: {
    read(adapter: CompiledAdapter, match: Match): Reading | null;
    find(adapter: CompiledAdapter, gesture: Gesture): Match | null;
  };
  decide: {
    weigh(match: Match, reading: Reading | null): "pass" | "hold";
    settle(gesture: Gesture): Promise<void>;
    opening(match: Match): Promise<void>;
    readonly pending: Gesture | null;
  };
  gesture: {
    pointer(event: Event): void;
    click(event: MouseEvent): void;
    doubleClick(event: MouseEvent): void;
    abandon(): void;
  };
  keys: {
    down(event: KeyboardEvent): void;
    after(event: KeyboardEvent): void;
    input(event: InputEvent): void;
    submit(event: SubmitEvent): void;
  };
  guard: {
    arm(): void;
    disarm(): void;
  };
  shield: {
    adopt(host: Element, handle: (event: Event) => void): void;
    owns(event: Event): boolean;
    handle(event: Event): void;
    guardDialog(event: Event): void;
    watch(place: { x: number; y: number } | null): void;
    arm(): void;
    disarm(): void;
  };
  wording: {
    question(question: PromptQuestion): { heading: string; indicated: string; seen: string; rule: string };
    evidence(verdict: Verdict): string[];
    mark(level: Level): string;
  };
  styles: { dialog: string; mark: string; note: string };
  build: {
    element<K extends keyof HTMLElementTagNameMap>(
      tag: K, attributes?: Record<string, string>, ...children: (Node | string)[]
    ): HTMLElementTagNameMap[K];
    closedRoot(host: Element, css: string, ...children: Node[]): ShadowRoot;
    thumb(): SVGElement;
    dialog(question: PromptQuestion, layout: string): HTMLDialogElement;
    layouts: string[];
  };
  prompt: {
    readonly open: boolean;
    ask(question: PromptQuestion): Promise<PromptAnswer>;
    close(): void;
  };
  note: {
    show(key: string): void;
    clear(): void;
  };
  marks: {
    put(found: Found, level: Level, near: Element | null): void;
    drop(root: Element): void;
    clear(): void;
  };
  pageState: {
    answer(): Record<string, unknown>;
  };
  lifecycle: {
    start(): void;
    takeDown(): void;
    readonly down: boolean;
  };
  running?: boolean;
}
