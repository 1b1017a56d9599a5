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
  /** Whether roles and names alone may read the site where this adapter finds nothing; yes when left out. */
  generic?: boolean;
  /** Where two people talk: neither read nor guarded. */
  private?: string[];
  /** Beginnings of paths where all of a page is private. */
  private_paths?: string[];
  /** Parts of a path, wherever in it, that say the same. */
  private_words?: string[];
  /** Beginnings of paths that hold such a part and are for everybody. */
  public_paths?: string[];
  /** What can be pressed there beside the usual roles. */
  pressable?: string[];
  /** Where controls of a menu count; anywhere when left out. Whatever opens such a layer then says whose it is. */
  layers?: string[];
  /** The one post that a page is about, for what stands apart from it. */
  page?: string[];
  /** Path of the person's own list of what they liked. */
  likes?: string;
  units: AdapterUnit[];
  controls?: AdapterControl[];
  composers?: AdapterComposer[];
  double_clicks?: { act: Act; selectors: string[]; except?: string[] }[];
  shortcuts?: AdapterShortcut[];
}

/** Something that is read and judged as one: a post, a comment, a profile. */
interface AdapterUnit {
  surface: string;
  /** Beginnings of paths; elsewhere on these hosts there is no such unit. */
  paths?: string[];
  /** May be left out where there is something to climb from. */
  roots?: string[];
  except?: string[];
  /** Anchors of which a post holds exactly one, for places where no root matches, or of which a unit inside a later one's root does. */
  climb?: string[];
  /** Acts whose controls are such anchors by their names. */
  climb_acts?: Act[];
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
  /** For frames: query parameters of the page's own address that name the account, bare or by its profile. */
  handle_query?: string[];
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
  /** For frames: likewise what holds the link's address, and its title. */
  link_query?: string[];
  link_title_query?: string[];
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
  /** Beginnings of paths; elsewhere on these hosts there is no such field. */
  paths?: string[];
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
  generic: boolean;
  private: string;
  units: CompiledUnit[];
  /** Any root of any unit. */
  roots: string;
  page: string[];
  /** Whatever shows that there is a unit: roots, and the anchors to climb from. */
  anchors: string;
  /** Where controls of a menu count; anywhere when empty. */
  layers: string;
  /** Whatever can be pressed: the first, cheap question of each event. */
  pressable: string;
  controls: CompiledControl[];
  names: NameEntry[];
  composers: CompiledComposer[];
  fields: string;
  hover: string;
  doubleClicks: { act: Act; selector: string; exceptSelector: string }[];
  shortcuts: AdapterShortcut[];
  likes: string;
}

/** For whatever has anchors in it: how many, and the first. */
type AnchorTally = Map<Element, { count: number; first: Element }>;

/** A unit found on the page. */
interface Found {
  unit: CompiledUnit;
  root: Element;
  /** What stands in the root and belongs to others: the answers below a post. */
  without?: Element[];
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
  /** What the browser sends of itself where the page does not cancel the key. */
  form?: HTMLFormElement | null;
  /** Where the pointer was, for clicks that reach the prompt by accident. */
  x: number;
  y: number;
  timer?: ReturnType<typeof setTimeout>;
  done?: boolean;
  /** The person was asked, which took a while. */
  asked?: boolean;
}

/** A part of the screen, in pixels. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface ContentSettings {
  paused: boolean;
  employment: Employment;
  language: string;
  levels: Reactions;
}

/** One sentence of the law with its origin; `range` with sanctions only. */
interface GuidanceRule {
  id: string;
  text: string;
  law: { instrument: string; name: string; short: string; article: string }[];
  source: string;
  date: string;
  sure: "seen" | "disputed" | "inferred";
  range?: string[];
}

/** What the background says of an act; `assumed` when the employment is not known. */
interface GuidanceAnswer {
  assumed: boolean;
  guidance: {
    employment: { id: string; title: string };
    stage: { id: string; title: string };
    forbidden: GuidanceRule[];
    sanctions: GuidanceRule[];
    unclear: GuidanceRule[];
    ask: GuidanceRule[];
  } | null;
}

/** A text in which something was found, and the words in question. */
interface Place {
  field: string;
  reasons: string[];
  quote: QuotePiece[];
}

interface QuotePiece {
  text: string;
  marked: boolean;
}

interface PromptQuestion {
  act: Act;
  verdict: Verdict;
  reading: Reading;
  employment: Employment;
  law: Promise<GuidanceAnswer | null>;
  x: number;
  y: number;
}

/** What the window of a small frame is told, and the texts of the chosen language. */
interface ApartQuestion {
  act: Act;
  employment: Employment;
  verdict: Verdict;
  reading: { context: { author?: Context["author"] } };
  texts: Record<string, string> | undefined;
}

interface PromptAnswer {
  proceed: boolean;
  forAccount: boolean;
  /** The page "Aturan" was asked for; the act is not done. */
  guide: boolean;
  /** The form "Salah tandai" was asked for; the act is not done. */
  report: boolean;
  /** There was no person, or no room, to ask: it goes through this once. */
  unasked?: boolean;
}

interface JagaJempolNamespace {
  link: {
    alive(): boolean;
    send(message: Record<string, unknown>, timeout: number): Promise<any>;
  };
  tally: {
    count(event: "marked" | "asked" | "cancelled" | "continued"): void;
    marked(identity: string): void;
    answered(answer: PromptAnswer): void;
  };
  texts: {
    use(table: Record<string, string> | undefined): void;
    say(key: string, ...substitutions: string[]): string;
    /** The texts of the chosen language, where it is not the browser's. */
    table(): Record<string, string> | undefined;
  };
  dom: {
    closest(element: Element, selector: string): Element | null;
    matches(element: Element, selector: string): boolean;
    find(element: Element, selector: string): Element | null;
    findAll(element: Element, selector: string): NodeListOf<Element>;
    attribute(element: Element, name: string): string | null;
    append(element: Element, ...children: Node[]): void;
    scroll(element: Element, options: ScrollIntoViewOptions): void;
    byPlace(a: Node, b: Node): number;
    contains(element: Node, other: Node | null): boolean;
    tree(node: Node): Node;
    dispatch(target: EventTarget, event: Event): boolean;
    submit(form: HTMLFormElement, submitter: HTMLElement | null): void;
    focus(element: HTMLElement, options: FocusOptions): void;
    editable(element: HTMLElement): boolean;
    parent(node: Node): Element | null;
    connected(node: Node): boolean;
    text(element: Element): string;
    tag(element: Element): string;
    children(element: Element): HTMLCollection;
    visible(element: Element): boolean;
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
    compile(raw: Adapter, path?: string): CompiledAdapter;
    covers(raw: { paths?: string[] }, path: string): boolean;
    speaking(raw: Adapter, path: string): string;
    talking(raw: Adapter, path: string): boolean;
  };
  genericAdapter: Adapter;
  anchors: {
    telling(adapter: CompiledAdapter): boolean;
    look(adapter: CompiledAdapter, element: Element): Act | undefined;
    byName(adapter: CompiledAdapter, wanted?: Act[]): Element[];
    tallyByName(adapter: CompiledAdapter, wanted: Act[]): AnchorTally;
    tallyBySelector(selector: string): AnchorTally;
    forget(): void;
    age(adapter: CompiledAdapter | null, place: Node): void;
    renew(): void;
  };
  units: {
    at(adapter: CompiledAdapter, element: Element, act?: Act): Found | null;
    byAddress(adapter: CompiledAdapter): Found | null;
    inPrivate(adapter: CompiledAdapter, target: EventTarget | null): boolean;
    onPage(adapter: CompiledAdapter, act?: Act): Found | null;
    silent(found: Found): boolean;
  };
  words: {
    of(element: Element, most?: number, omit?: string, without?: Element[]): string;
    cut(text: string, most: number): string;
  };
  context: {
    read(adapter: CompiledAdapter, found: Found): Reading;
    compose(base: Reading | null, extra: Context, site: string): Reading;
    same(a: Reading, b: Reading): boolean;
    empty(reading: Reading): boolean;
    account(context: Context): string;
    strong(verdict: Verdict): boolean;
  };
  verdicts: {
    known(reading: Reading): Verdict | undefined;
    want(reading: Reading): void;
    wait(reading: Reading, timeout: number): Promise<Verdict | null>;
    excuse(reading: Reading): void;
    excused(reading: Reading): boolean;
    allowed(reading: Reading): boolean;
    allow(reading: Reading): void;
    allowAccount(site: string, account: string): void;
    /** Whether no server is asked, not even when one answers again. */
    local(): boolean;
    /** Whose rules gave the last verdicts. */
    bundle(): BundleMark | null;
    onVerdicts(listener: () => void): void;
    forget(): void;
  };
  pace: {
    restless(root: Element): boolean;
    rest(root: Element, again: (root: Element) => void): void;
  };
  watch: {
    start(): void;
    stop(): void;
    rescan(): void;
    widen(whole: boolean): void;
    list(): Found[];
    shown(root: Element): Reading | undefined;
  };
  session: {
    readonly adapter: CompiledAdapter | null;
    readonly reader: "adapter" | "generic" | "none";
    readonly settings: ContentSettings;
    readonly active: boolean;
    reaction(verdict: Verdict): Reaction;
    readonly site: string;
    /** False once the person took the site away: this copy then rests. */
    readonly guarded: boolean;
    /** The name of the site that the adapter is for; '' where none is. */
    readonly title: string;
    /** Whether the reader has had its time to find something. */
    readonly ripe: boolean;
    /** The site's own adapter for the page's path, in use or not. */
    readonly own: CompiledAdapter | null;
    /** Ask the background what holds here until it answers. */
    greet(): Promise<void>;
    refresh(timeout?: number): Promise<boolean>;
    useGeneric(): void;
    returnToOwn(): void;
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
    draft(field: HTMLElement, most?: number): string;
  };
  drawn: {
    press(control: Element, reading: Reading | null): void;
    behind(element: Element): Reading | null;
    forget(): void;
  };
  menus: {
    opened(match: Match, reading: Reading): void;
    press(reading: Reading): void;
    mayOpen(adapter: CompiledAdapter, pressable: Element, match: Match | null, reading?: Reading | null): void;
    recall(): Reading | null;
    behind(): Reading | null;
    led(reading: Reading): Act | null;
    standsAlone(adapter: CompiledAdapter, pressable: Element): void;
    forgetAll(): void;
  };
  excerpts: {
    whole(adapter: CompiledAdapter, found: Found): { found: Found | null; remembered: Reading | null };
  };
  contextMenu: {
    open(event: Event, adapter: CompiledAdapter): void;
    touch(event: PointerEvent, adapter: CompiledAdapter): void;
  };
  shortcuts: {
    match(adapter: CompiledAdapter, event: KeyboardEvent): Match | null;
  };
  targets: {
    pointOf(event: Event): { clientX: number; clientY: number } | null;
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
    over(event: Event, adapter: CompiledAdapter): void;
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
    opening(match: Match, begun?: boolean): Promise<void>;
    readonly pending: Gesture | null;
  };
  gesture: {
    pointer(event: Event, adapter: CompiledAdapter): void;
    click(event: MouseEvent, adapter: CompiledAdapter): void;
    doubleClick(event: MouseEvent, adapter: CompiledAdapter): void;
    abandon(): void;
  };
  keys: {
    down(event: KeyboardEvent, adapter: CompiledAdapter): void;
    after(event: KeyboardEvent): void;
    input(event: InputEvent, adapter: CompiledAdapter): void;
    submit(event: SubmitEvent, adapter: CompiledAdapter): void;
  };
  guard: {
    arm(): void;
    disarm(): void;
  };
  shield: {
    adopt(host: Element, handle: (event: Event) => void): void;
    mine(node: Node): boolean;
    owns(event: Event): boolean;
    handle(event: Event): void;
    guardDialog(event: Event): void;
    wrote(): void;
    watch(place: { x: number; y: number } | null): void;
    arm(): void;
    disarm(): void;
  };
  wording: {
    question(question: PromptQuestion): { heading: string; indicated: string; seen: string; rule: string };
    reason(reasons: string[], field: string): string;
    range(rule: GuidanceRule): string;
    origin(rule: GuidanceRule): string;
    mark(level: Level): string;
  };
  styles: { dialog: string; mark: string; note: string; bar: string };
  node: {
    element<K extends keyof HTMLElementTagNameMap>(
      tag: K, attributes?: Record<string, string>, ...children: (Node | string)[]
    ): HTMLElementTagNameMap[K];
    host(name: string): HTMLElement;
    closedRoot(own: Element, css: string, ...children: Node[]): ShadowRoot;
    thumb(): SVGElement;
  };
  quotes: {
    cut(text: string, spans: { start: number; end: number }[]): QuotePiece[];
    places(verdict: Verdict, context: Context): Place[];
  };
  why: {
    details(question: PromptQuestion): HTMLElement;
    draft(question: PromptQuestion): HTMLElement | null;
  };
  report: {
    of(act: Act, reading: Reading, verdict: Verdict): Omit<Report, "rules"> & { rules: BundleMark | null };
  };
  build: {
    dialog(question: PromptQuestion, layout: string): HTMLDialogElement;
    arm(dialog: HTMLDialogElement): ReturnType<typeof setTimeout>;
    answer(dialog: HTMLDialogElement): PromptAnswer;
    layouts: string[];
  };
  room: {
    whole(): DOMRectReadOnly | null;
    seen(host: Element): Promise<DOMRectReadOnly>;
    suffices(area: DOMRectReadOnly): boolean;
    settle(element: HTMLElement, area: DOMRectReadOnly): void;
  };
  apart: {
    ask(question: PromptQuestion): Promise<PromptAnswer>;
    close(): void;
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
    put(found: Found, level: Level, near: Element | null, pressable: string): void;
    drop(root: Element): void;
    clear(): void;
    list(): Element[];
    visit(root: Element): void;
    onEvent(hear: (event: Event) => void): void;
  };
  place: {
    free(own: Element, box: Box): boolean;
    find(own: Element, size: { width: number; height: number }): Box | null;
  };
  bar: {
    open(answer: (event: Event, step: string) => void, look: () => void): void;
    there(): boolean;
    tell(text: string, possible: { previous: boolean; next: boolean }): void;
    focus(): void;
    close(): void;
  };
  steps: {
    start(): boolean;
    end(): void;
  };
  pageState: {
    answer(): Record<string, unknown>;
  };
  lifecycle: {
    start(arm: () => void): void;
    takeDown(): void;
    readonly down: boolean;
  };
  running?: boolean;
}
