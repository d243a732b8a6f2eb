// The row of extra keys: what each sends. Pure.

export interface ExtraKey {
  readonly label: string;
  /** Words key for whoever cannot see the label. */
  readonly name?: 'keys.up' | 'keys.down' | 'keys.left' | 'keys.right';
  readonly data: string;
}

export const extraKeys: readonly ExtraKey[] = [
  { label: 'Tab', data: '\t' },
  { label: 'Esc', data: '\x1b' },
  { label: '↑', name: 'keys.up', data: '\x1b[A' },
  { label: '↓', name: 'keys.down', data: '\x1b[B' },
  { label: '←', name: 'keys.left', data: '\x1b[D' },
  { label: '→', name: 'keys.right', data: '\x1b[C' },
  ...['/', '-', '|', '~', '"', "'", ':', '$', '&', '>', '<', '=', '*', '{', '}', '\\'].map((label) => ({ label, data: label })),
];

/** What a key sends while Ctrl is held; a key that has no such meaning is sent as it is. */
export function withControl(data: string): string {
  const code = data.toUpperCase().charCodeAt(0);
  if (data === '\x1b[C') return '\x1b[1;5C';
  if (data === '\x1b[D') return '\x1b[1;5D';
  return data.length === 1 && ((code >= 64 && code <= 95) || code === 47 || code === 45)
    ? String.fromCharCode(code === 47 || code === 45 ? 31 : code & 31)
    : data;
}

/** Letters that people hold Ctrl for, with what they do in a shell. */
export const controlKeys: readonly string[] = ['C', 'D', 'R', 'L', 'A', 'E', 'U', 'K', 'W', 'Y', 'Z'];
