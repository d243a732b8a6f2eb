// The command that the cursor stands in, as words: what quotes and backslashes make of them, and where the one being typed begins.

/** What a word is to the shell. */
export type Role = 'command' | 'argument' | 'redirect';

/** The word before the cursor. */
export interface Typed {
  /** Without its quotes and backslashes. */
  readonly text: string;
  /** As it stands in the line. */
  readonly raw: string;
  /** Offset of its first character in the line. */
  readonly from: number;
  /** The quote that is still open. */
  readonly quote: '' | "'" | '"';
  readonly role: Role;
}

export interface Line {
  /** The words of this command before the one being typed, the command's name first. */
  readonly words: readonly string[];
  readonly typed: Typed;
}

/** Words after which a command begins. */
const LEADS = new Set([
  'if',
  'then',
  'elif',
  'else',
  'while',
  'until',
  'do',
  '!',
  '{',
  'time',
  'exec',
  'command',
  'builtin',
  'nohup',
  'sudo',
]);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

interface Scan {
  words: string[];
  /** Words that stood before a `$(` and come back with its `)`. */
  readonly outer: string[][];
  redirect: boolean;
}

export function lineAt(text: string): Line {
  const scan: Scan = { words: [], outer: [], redirect: false };
  let index = 0;
  let word: { text: string; from: number } | undefined;
  const end = (): void => {
    if (word === undefined) return;
    if (scan.redirect) scan.redirect = false;
    else if (scan.words.length > 0 || !(LEADS.has(word.text) || ASSIGNMENT.test(word.text))) scan.words.push(word.text);
    word = undefined;
  };
  const begin = (): { text: string; from: number } => (word ??= { text: '', from: index });
  const fresh = (): void => {
    end();
    scan.words = [];
    scan.redirect = false;
  };
  let quote: Typed['quote'] = '';
  while (index < text.length) {
    const char = text[index]!;
    if (quote === "'") {
      if (char === "'") quote = '';
      else begin().text += char;
      index++;
    } else if (char === '\\' && index + 1 < text.length) {
      const next = text[index + 1]!;
      begin().text += quote === '"' && !'"\\$`'.includes(next) ? `\\${next}` : next === '\n' ? '' : next;
      index += 2;
    } else if (char === '\\') {
      begin();
      index++;
    } else if (text.startsWith('$(', index) || (char === '`' && quote === '')) {
      scan.outer.push(scan.words);
      fresh();
      index += char === '$' ? 2 : 1;
    } else if (quote === '"') {
      if (char === '"') quote = '';
      else begin().text += char;
      index++;
    } else if (char === '"' || char === "'") {
      begin();
      quote = char;
      index++;
    } else if (char === ')' && scan.outer.length > 0) {
      end();
      scan.words = [...(scan.outer.pop() ?? []), ''];
      index++;
    } else if (/[;&|()\n]/.test(char)) {
      if (char === '&' && text[index + 1] === '>') {
        end();
        scan.redirect = true;
        index += 2;
      } else {
        fresh();
        index++;
      }
    } else if (char === '<' || char === '>') {
      if (word !== undefined && !/^\d+$/.test(word.text)) end();
      word = undefined;
      while (/[<>&|]/.test(text[index] ?? '')) index++;
      scan.redirect = true;
    } else if (/\s/.test(char)) {
      end();
      index++;
    } else {
      begin().text += char;
      index++;
    }
  }
  const from = word?.from ?? text.length;
  const role: Role = scan.redirect ? 'redirect' : scan.words.length === 0 ? 'command' : 'argument';
  return { words: scan.words, typed: { text: word?.text ?? '', raw: text.slice(from), from, quote, role } };
}
