// A command built from words that are tapped: the words, and what could follow them. Pure; candidates come from the same completion as Tab's.
import type { Completion, CompletionDetail } from '../../session/engine-session.ts';

export type Kind = CompletionDetail['kind'];

export interface Suggestion {
  readonly text: string;
  readonly shown: string;
  readonly note: string;
  readonly kind: Kind;
}

export interface Group {
  readonly kind: Kind;
  readonly items: readonly Suggestion[];
  /** How many more there are. */
  readonly more: number;
}

export interface Chip {
  readonly text: string;
  readonly kind: 'word' | 'flag' | 'value';
}

/** What a beginner meets first, in that order; other commands follow in theirs. */
const first = [
  'run',
  'ps',
  'images',
  'build',
  'pull',
  'exec',
  'logs',
  'stop',
  'start',
  'rm',
  'rmi',
  'inspect',
  'history',
  'tag',
  'push',
  'commit',
  'cp',
  'diff',
];
/** The flags that are wanted most, by what they are called in full. */
const flags = [
  'detach',
  'rm',
  'interactive',
  'tty',
  'name',
  'publish',
  'volume',
  'env',
  'network',
  'entrypoint',
  'workdir',
  'user',
  'mount',
  'tag',
  'file',
  'target',
  'build-arg',
  'no-cache',
  'progress',
  'all',
  'follow',
  'tail',
  'force',
  'format',
  'filter',
  'quiet',
];
const order: readonly Kind[] = ['image', 'container', 'volume', 'network', 'stage', 'value', 'command', 'path', 'hub', 'variable', 'flag'];
/** Most suggestions of a kind. */
const MOST = 60;

/** The line so far, with a blank after it when there is one. */
export const lineOf = (words: readonly string[]): string => words.join(' ');

/** What Tab is asked: once for what comes next, once for flags. */
export function asked(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [''];
  const line = lineOf(words);
  return waitsForValue(words) ? [line] : words.length === 1 ? [`${line} `] : [`${line} `, `${line} -`];
}

/** Flags of the last answer tell which of them want a value: `--name string`. */
export function waitsForValue(words: readonly string[]): boolean {
  return words.at(-1)?.endsWith('=') === true;
}

export function groupsOf(answers: readonly Completion[]): Group[] {
  const byKind = new Map<Kind, Map<string, Suggestion>>();
  for (const { candidates, details = [] } of answers) {
    for (const [index, text] of candidates.entries()) {
      const { kind = 'value', shown = text, note = '' } = details[index] ?? {};
      const known = byKind.get(kind) ?? new Map<string, Suggestion>();
      known.set(text, { text, shown, note, kind });
      byKind.set(kind, known);
    }
  }
  return order.flatMap((kind): Group[] => {
    const items = [...(byKind.get(kind)?.values() ?? [])].filter((one) => !isShortFlagWithLong(one, byKind.get(kind)));
    if (items.length === 0) return [];
    const sorted =
      kind === 'command'
        ? items.sort((a, b) => rank(first, a.text) - rank(first, b.text))
        : kind === 'flag'
          ? items.sort((a, b) => rank(flags, a.text.slice(2)) - rank(flags, b.text.slice(2)))
          : items;
    return [{ kind, items: sorted.slice(0, MOST), more: Math.max(0, sorted.length - MOST) }];
  });
}

const rank = (known: readonly string[], name: string): number => (known.indexOf(name) + 1 || known.length + 1) - 1;

/** `-d` beside `--detach` says nothing new; `-p` is what everybody types, so the few best known stay short. */
function isShortFlagWithLong({ text, note }: Suggestion, all: ReadonlyMap<string, Suggestion> | undefined): boolean {
  if (!/^-\w$/.test(text)) return false;
  return [...(all?.values() ?? [])].some((other) => other.text.startsWith('--') && other.note === note);
}

/** A word put behind the others; a flag that wants a value waits for it with its `=`. */
export function add(words: readonly string[], { text, shown, kind }: Suggestion): readonly string[] {
  const last = words.at(-1);
  if (last?.endsWith('=') && kind !== 'flag') return [...words.slice(0, -1), text.startsWith(last) ? text : `${last}${text}`];
  if (kind === 'flag' && text.startsWith('--') && shown.includes(' ')) return [...words, `${text}=`];
  return [...words, text.trimEnd()];
}

/** What a person typed; blanks make several words unless they are quoted. */
export function addTyped(words: readonly string[], typed: string): readonly string[] {
  const text = typed.trim();
  if (text === '') return words;
  const last = words.at(-1);
  const quoted = /\s/.test(text) && last?.endsWith('=') && !/^["']/.test(text) ? `"${text.replace(/["\\$`]/g, '\\$&')}"` : text;
  return last?.endsWith('=') ? [...words.slice(0, -1), `${last}${quoted}`] : [...words, quoted];
}

/** Without the word at `index`; without `docker` or its command nothing behind them makes sense. */
export function remove(words: readonly string[], index: number): readonly string[] {
  const keeps = words[0] === 'docker' ? index >= 2 : index >= 1;
  return keeps ? words.filter((_, at) => at !== index) : words.slice(0, index);
}

export function chipsOf(words: readonly string[]): readonly Chip[] {
  return words.map((text, index) => ({
    text,
    kind: text.startsWith('-') ? 'flag' : index < (words[0] === 'docker' ? 2 : 1) ? 'word' : 'value',
  }));
}

/** Ready to run: no flag waits for its value. */
export const isComplete = (words: readonly string[]): boolean => words.length > 0 && !waitsForValue(words);
