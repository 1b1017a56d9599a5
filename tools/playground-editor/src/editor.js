// The editor of the playground: CodeMirror with what rule files need, and Papa Parse for tables of texts.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export { parse as parseTable } from 'papaparse';

// Ink, paper and violet, as the page's own variables; they reach into the shadow tree.
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.atom, tags.bool], color: 'var(--violet)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: tags.number, color: 'var(--violet)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '0.9rem', height: '100%' },
  '&.cm-focused': { outline: '3px solid var(--violet)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--ink-soft)', backgroundColor: 'var(--paper)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--violet-soft) !important' },
  '.cm-diagnostic': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', borderLeft: '5px double var(--violet)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', border: '1px solid var(--line)', maxWidth: '90vw' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '3px double var(--violet)' },
  '.cm-lint-marker-error': { content: 'none', width: '0.7em', height: '0.7em', background: 'var(--violet)', clipPath: 'polygon(50% 0, 100% 100%, 0 100%)' },
});

/**
 * Put an editor into an element, in a shadow tree of its own: there its styles are constructed, not inline, so that
 * the page needs no unsafe-inline. Tab leaves the editor.
 *
 * @param {HTMLElement} host
 * @param {string} label What a screen reader calls it.
 * @param {(text: string) => void} onEdit Called after every change.
 */
export function createEditor(host, label, onEdit) {
  const named = new Compartment();
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        lintGutter(),
        StreamLanguage.define(toml),
        syntaxHighlighting(colours),
        theme,
        EditorView.lineWrapping,
        named.of(EditorView.contentAttributes.of({ 'aria-label': label })),
        EditorView.contentAttributes.of({ spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => update.docChanged && onEdit(update.state.doc.toString())),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    /** @param {string} text */
    set text(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    /** Say another name, as after a change of language. @param {string} label */
    name: (label) => view.dispatch({ effects: named.reconfigure(EditorView.contentAttributes.of({ 'aria-label': label })) }),
    /** Mark lines. @param {{ line: number, message: string }[]} problems Lines from 1; 0 stands for the first. */
    mark(problems) {
      const marks = problems.map(({ line, message }) => {
        const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
        return { from, to, severity: /** @type {'error'} */ ('error'), message };
      });
      view.dispatch(setDiagnostics(view.state, marks.sort((a, b) => a.from - b.from)));
    },
    /** Go to a line. @param {number} line */
    reveal(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
  };
}
