'use strict';
/**
 * Ink, paper and violet: no party's colour, no siren, and unlike the sites' own dialogs, so that being used to those
 * does not wear this one out.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).styles ??= (() => {
  const colours = `
    :host {
      all: initial !important;
      --paper: #fbfaf7 !important; --ink: #211f2b !important; --faded: #5c5869 !important; --line: #d9d5e0 !important;
      --violet: #5b3fa0 !important; --on-violet: #ffffff !important; --tint: #efeaf8 !important;
      color-scheme: light;
    }
    :host::before, :host::after { content: none !important; }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #17151d !important; --ink: #efecf5 !important; --faded: #b3adc2 !important; --line: #3a3547 !important;
        --violet: #c4b0f5 !important; --on-violet: #1d1530 !important; --tint: #2d2540 !important;
        color-scheme: dark;
      }
    }`;

  /** Where it is low, all is set closer. @param {string} dialog the selector of it there */
  const low = (dialog) => `
    ${dialog} { max-height: calc(var(--high, 100vh) - 8px); font-size: 14px; line-height: 1.4; }
    ${dialog} form { gap: 8px; padding: 12px 16px 0; }
    ${dialog}:not([data-layout="audience"]) h2, ${dialog}[data-layout="audience"] .seen { font-size: 17px; }
    ${dialog} .buttons { margin: 0; padding: 8px 0; }
    ${dialog} button { min-height: 36px; padding-block: 4px; }
    ${dialog}[data-layout="band"] form { padding-top: 0; }
    ${dialog}[data-layout="band"] header { margin: 0 -16px; padding: 12px 16px; gap: 4px; }`;

  /** A shadow or a fill is no edge where the person chose the colours: there a line is. @param {string} places */
  const edged = (places) => `@media (forced-colors: active) { ${places} { border: 1px solid; } }`;

  const dialog = `${colours}
    :host { position: fixed !important; inset: 0 !important; display: block !important; }
    dialog {
      box-sizing: border-box; width: min(432px, calc(var(--wide, 100vw) - 24px)); max-height: calc(var(--high, 100vh) - 24px); overflow: auto;
      scroll-padding-block-end: 80px; margin: auto; padding: 0; border: 0; border-radius: 4px 22px 22px 22px;
      background: var(--paper); color: var(--ink); box-shadow: 0 0 0 1px var(--line), 0 24px 60px #211f2b40;
      font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start;
    }
    dialog::backdrop { background: #211f2b99; }
    dialog[open] { animation: rise 160ms ease-out; }
    @keyframes rise { from { opacity: 0; transform: translateY(6px); } }
    @media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
    [hidden] { display: none !important; }
    form { display: grid; gap: 12px; margin: 0; padding: 20px 22px 20px; }
    .kicker { display: flex; align-items: center; gap: 8px; color: var(--violet); font-size: 13px; font-weight: 600; letter-spacing: 0.02em; }
    .kicker svg { width: 24px; height: 24px; flex: none; }
    h2 { margin: 0; font: 600 22px/1.25 ui-serif, Georgia, "Noto Serif", "Times New Roman", serif; text-wrap: balance; }
    p { margin: 0; overflow-wrap: anywhere; }
    .rule { color: var(--faded); font-size: 14px; }
    .seen { padding-inline-start: 12px; border-inline-start: 3px solid var(--violet); }
    .draft { padding: 8px 12px; border-radius: 4px; background: var(--tint); }
    mark { padding: 0 0.125em; border-radius: 3px; background: var(--tint); color: inherit; text-decoration: underline 2px var(--violet); text-underline-offset: 0.2em; }
    details { font-size: 14px; color: var(--faded); }
    summary { width: fit-content; padding: 4px 0; cursor: pointer; color: var(--violet); font-weight: 600; }
    :focus-visible { outline: 3px solid var(--violet); outline-offset: 2px; }
    summary:focus-visible { border-radius: 4px; }
    ul { margin: 4px 0 8px; padding-inline-start: 18px; color: var(--ink); }
    li + li { margin-top: 6px; }
    q { display: block; }
    h3 { margin: 0; font-size: 15px; color: var(--ink); }
    small { display: block; font-size: 13px; }
    .law { display: grid; gap: 8px; margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    .sentence p { color: var(--ink); }
    .guide { justify-self: start; padding-inline: 0; background: none; color: var(--violet); font-weight: 600; text-decoration: underline; text-underline-offset: 0.2em; }
    label { display: flex; gap: 8px; align-items: start; margin-top: 8px; color: var(--ink); }
    input { accent-color: var(--violet); margin: 4px 0 0; flex: none; }
    .buttons { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: -4px 0 -20px; padding-block: 8px 20px; background: var(--paper); }
    button { box-sizing: border-box; min-height: 44px; padding: 8px 20px; border-radius: 999px; border: 1px solid transparent; font: inherit; cursor: pointer; }
    .cancel { background: var(--violet); color: var(--on-violet); font-weight: 600; flex: 1 1 144px; }
    .proceed { margin-inline: auto; background: none; color: var(--faded); text-decoration: underline; text-underline-offset: 0.2em; text-decoration-color: var(--line); }
    .proceed:hover { color: var(--ink); }
    .proceed[aria-disabled="true"] { opacity: 0.45; cursor: default; text-decoration: none; }
    [data-layout="band"] form { padding-top: 0; }
    [data-layout="band"] header { margin: 0 -22px; padding: 18px 22px; background: var(--tint); display: grid; gap: 8px; }
    [data-layout="band"] .buttons { flex-direction: row-reverse; }
    [data-layout="audience"] .seen { padding: 0; border: 0; font: 600 22px/1.3 ui-serif, Georgia, "Noto Serif", serif; }
    [data-layout="audience"] h2 { font: 600 16px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
    [data-layout="audience"] .kicker { justify-content: space-between; flex-direction: row-reverse; }
    ${low('[data-room="low"]')}
    @media (height < 440px) { ${low('[data-layout]')} }
    ${edged('dialog')}`;

  const mark = `${colours}
    :host { position: absolute !important; display: block !important; inline-size: 0 !important; block-size: 0 !important; z-index: 0 !important; }
    button { all: unset; position: absolute; box-sizing: border-box; inline-size: 24px; block-size: 24px; padding: 6px 3px 0; cursor: help; }
    button[data-tight] { inline-size: 18px; block-size: 18px; padding: 0; }
    svg {
      display: block; box-sizing: border-box; inline-size: 18px; block-size: 18px; padding: 3px; overflow: hidden;
      border-radius: 2px 10px 10px 10px; background: var(--paper); color: var(--violet); box-shadow: 0 0 0 1px var(--line);
    }
    [data-level="campaign"] svg { background: var(--violet); color: var(--on-violet); box-shadow: 0 0 0 1px var(--paper); }
    button:focus svg { outline: 2px solid var(--violet); outline-offset: 2px; }
    [popover] {
      box-sizing: border-box; position: fixed; inset: auto; margin: 0; max-inline-size: min(256px, calc(100vw - 16px)); padding: 8px 12px; border: 0;
      border-radius: 2px 10px 10px 10px; background: var(--ink); color: var(--paper);
      font: 400 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    ${edged('[popover], svg')}`;

  const note = `${colours}
    :host { position: fixed !important; inset: auto auto 16px 16px !important; z-index: 2147483647 !important; display: block !important; pointer-events: none !important; }
    p {
      display: flex; align-items: center; gap: 8px; margin: 0; max-inline-size: calc(100vw - 32px); padding: 8px 14px;
      border-radius: 2px 14px 14px 14px; background: var(--paper); color: var(--ink); box-shadow: 0 0 0 1px var(--line), 0 8px 24px #211f2b30;
      font: 400 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    svg { inline-size: 16px; block-size: 16px; flex: none; color: var(--violet); }
    ${edged('p')}`;

  const bar = `${colours}
    :host { position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important; z-index: 2147483646 !important; display: block !important; }
    div {
      position: fixed; box-sizing: border-box; display: flex; align-items: center; gap: 4px; inline-size: max-content; max-inline-size: calc(100vw - 24px);
      padding: 4px 4px 4px 14px; border-radius: 4px 24px 24px 24px; background: var(--paper); color: var(--ink);
      box-shadow: 0 0 0 1px var(--line), 0 8px 24px #1d1a2640; font: 400 15px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    [data-away] { opacity: 0; pointer-events: none; }
    svg { inline-size: 18px; block-size: 18px; flex: none; color: var(--violet); }
    p { margin: 0 6px; font-variant-numeric: tabular-nums; min-inline-size: 0; }
    button {
      all: unset; box-sizing: border-box; display: flex; gap: 6px; min-inline-size: 40px; min-block-size: 40px; padding: 0 12px; flex: none;
      align-items: center; justify-content: center; border-radius: 999px; cursor: pointer;
    }
    [data-step="next"] { background: var(--violet); color: var(--on-violet); font-weight: 600; }
    [data-step="end"] { color: var(--faded); text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
    [aria-disabled="true"] { opacity: 0.45; cursor: default; }
    button:focus-visible { outline: 3px solid var(--violet); outline-offset: 2px; }
    [data-step="end"] span:first-child, [data-small] .word, [data-small] svg { display: none; }
    [data-small] span:first-child { display: inline; }
    [data-small] p { max-inline-size: 7em; }
    [data-small] button { padding: 0; text-decoration: none; }
    ${edged('div, button')}`;

  return { dialog, mark, note, bar };
})();
