/** What tools/playground-editor/src/editor.js exports. */
export function createEditor(host: HTMLElement, label: string, onEdit: (text: string) => void): {
  text: string;
  focus(): void;
  mark(problems: { line: number; message: string }[]): void;
  reveal(line: number): void;
  name(label: string): void;
};
export function parseTable(text: string, options: { skipEmptyLines: 'greedy' }): { data: string[][] };
