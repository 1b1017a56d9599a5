'use strict';
/**
 * Ink, paper and violet: no party's colour, no siren, and unlike the sites' own dialogs, so that being used to those
 * does not wear this one out.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).styles ??= (() => {
  const colours = `
    :host {
      all: initial !important;
      --paper: #fbfaf7; --ink: #1d1a26; --quiet: #5d5870; --line: #dcd8e6;
      --violet: #54359b; --violet-ink: #ffffff; --tint: #f0ecf8;
      color-scheme: light;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #1c1a23; --ink: #f1eff6; --quiet: #b3adc4; --line: #3b3649;
        --violet: #c3aefb; --violet-ink: #1d1238; --tint: #292436;
        color-scheme: dark;
      }
    }`;

  const dialog = `${colours}
    dialog {
      box-sizing: border-box; width: min(27rem, calc(100vw - 1.5rem)); max-height: calc(100vh - 1.5rem); overflow: auto;
      margin: auto; padding: 0; border: 0; border-radius: 4px 22px 22px 22px;
      background: var(--paper); color: var(--ink); box-shadow: 0 1px 2px #1d1a2633, 0 24px 60px #1d1a2640;
      font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start;
    }
    dialog::backdrop { background: #1d1a2699; }
    dialog[open] { animation: rise 160ms ease-out; }
    @keyframes rise { from { opacity: 0; transform: translateY(6px); } }
    @media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
    form { display: grid; gap: 0.75rem; margin: 0; padding: 1.25rem 1.375rem 1.25rem; }
    .kicker { display: flex; align-items: center; gap: 0.5rem; color: var(--violet); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; }
    .kicker svg { width: 1.5rem; height: 1.5rem; flex: none; }
    h2 { margin: 0; font: 600 1.375rem/1.25 ui-serif, Georgia, "Noto Serif", "Times New Roman", serif; text-wrap: balance; }
    p { margin: 0; overflow-wrap: anywhere; }
    .rule { color: var(--quiet); font-size: 0.875rem; }
    .seen { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--violet); }
    details { font-size: 0.875rem; color: var(--quiet); }
    summary { width: fit-content; padding: 0.25rem 0; cursor: pointer; color: var(--violet); font-weight: 600; }
    :focus-visible { outline: 3px solid var(--violet); outline-offset: 2px; }
    summary:focus-visible { border-radius: 4px; }
    ul { margin: 0.25rem 0 0.5rem; padding-inline-start: 1.125rem; color: var(--ink); }
    label { display: flex; gap: 0.5rem; align-items: start; margin-top: 0.5rem; color: var(--ink); }
    input { accent-color: var(--violet); margin: 0.25rem 0 0; flex: none; }
    .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-top: 0.25rem; }
    button { box-sizing: border-box; min-height: 2.75rem; padding: 0.5rem 1.25rem; border-radius: 999px; border: 1px solid transparent; font: inherit; cursor: pointer; }
    .cancel { background: var(--violet); color: var(--violet-ink); font-weight: 600; flex: 1 1 9rem; }
    .proceed { margin-inline: auto; background: none; color: var(--quiet); text-decoration: underline; text-underline-offset: 0.2em; text-decoration-color: var(--line); }
    .proceed:hover { color: var(--ink); }
    [data-layout="band"] form { padding-top: 0; }
    [data-layout="band"] header { margin: 0 -1.375rem; padding: 1.125rem 1.375rem; background: var(--tint); display: grid; gap: 0.5rem; }
    [data-layout="band"] .buttons { flex-direction: row-reverse; }
    [data-layout="audience"] .seen { padding: 0; border: 0; font: 600 1.375rem/1.3 ui-serif, Georgia, "Noto Serif", serif; }
    [data-layout="audience"] h2 { font: 600 1rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
    [data-layout="audience"] .kicker { justify-content: space-between; flex-direction: row-reverse; }`;

  const mark = `${colours}
    :host { position: absolute !important; display: block !important; inline-size: 0 !important; block-size: 0 !important; z-index: 1 !important; }
    button {
      all: unset; position: absolute; box-sizing: border-box; inline-size: 18px; block-size: 18px; padding: 3px; cursor: help;
      border-radius: 2px 10px 10px 10px; background: var(--paper); color: var(--violet); box-shadow: 0 0 0 1px var(--line);
    }
    button[data-level="campaign"] { background: var(--violet); color: var(--violet-ink); box-shadow: 0 0 0 1px var(--paper); }
    button:focus-visible { outline: 2px solid var(--violet); outline-offset: 2px; }
    svg { display: block; inline-size: 12px; block-size: 12px; overflow: hidden; }
    [popover] {
      box-sizing: border-box; position: fixed; inset: auto; margin: 0; max-inline-size: min(16rem, calc(100vw - 1rem)); padding: 0.5rem 0.75rem; border: 0;
      border-radius: 2px 10px 10px 10px; background: var(--ink); color: var(--paper);
      font: 400 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }`;

  const note = `${colours}
    :host { position: fixed !important; inset: auto auto 1rem 1rem !important; z-index: 2147483647 !important; display: block !important; pointer-events: none !important; }
    p {
      display: flex; align-items: center; gap: 0.5rem; margin: 0; max-inline-size: calc(100vw - 2rem); padding: 0.5rem 0.875rem;
      border-radius: 2px 14px 14px 14px; background: var(--paper); color: var(--ink); box-shadow: 0 0 0 1px var(--line), 0 8px 24px #1d1a2630;
      font: 400 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    svg { inline-size: 16px; block-size: 16px; flex: none; color: var(--violet); }`;

  return { dialog, mark, note };
})();
