// Whether a translation still belongs to its English text: `zh.mdx` keeps the hash of the text it was last compared with.
import { createHash } from 'node:crypto';

export type TranslationState = 'current' | 'stale' | 'unconfirmed';

/** Of the text a reader sees: the front matter and blanks at line ends do not count. */
export function textHash(text: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/[ \t]+$/gm, '');
  return createHash('sha256').update(body.trim()).digest('hex').slice(0, 12);
}

const line = /^english: ([0-9a-f]{12})\n/m;
const frontOf = (text: string) => /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';

export function translationState(en: string, zh: string): TranslationState {
  const [, known] = line.exec(frontOf(zh)) ?? [];
  return known === undefined ? 'unconfirmed' : known === textHash(en) ? 'current' : 'stale';
}

/** The translation, confirmed to belong to this English text. */
export function confirmed(en: string, zh: string): string {
  const front = frontOf(zh);
  if (front === '') return zh;
  const mine = `${front.replace(line, '').replace(/---\n$/, '')}english: ${textHash(en)}\n---\n`;
  return mine + zh.slice(front.length);
}
