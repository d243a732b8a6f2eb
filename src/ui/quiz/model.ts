// Judging an answer. Every kind's answer is a list of texts, so that all are kept alike: ids of options, ids of lines in their order,
// `row=bin` pairs, or what was typed.
import type { QuizItem } from '../../course/index.ts';

export type Answer = readonly string[];
export type PartState = 'open' | 'right' | 'wrong' | 'missed' | 'plain';

export interface Judged {
  readonly right: boolean;
  /** By option, line or row. */
  readonly states: Readonly<Record<string, PartState>>;
}

export type Kind = QuizItem['kind'];
export type ItemOf<K extends Kind> = Extract<QuizItem, { readonly kind: K }>;
export type ChoiceItem = ItemOf<'single' | 'multiple' | 'predict'>;

export const isChoice = (item: QuizItem): item is ChoiceItem => 'options' in item;

/** The bins that were chosen, by row. */
export const pairsOf = (answer: Answer): Readonly<Record<string, string>> =>
  Object.fromEntries(answer.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

/** A command is judged by a machine: an answer that is kept is one that met its goals. */
export function judge(item: QuizItem, answer: Answer): Judged {
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'predict':
      return all(
        item.options.map(({ id }) => {
          const isRight = item.answer.includes(id);
          const isChosen = answer.includes(id);
          return [id, isRight ? (isChosen ? 'right' : 'missed') : isChosen ? 'wrong' : 'plain'];
        }),
      );
    case 'order':
      return all(item.lines.map(({ id }, index) => [id, answer[index] === id ? 'right' : 'wrong']));
    case 'match': {
      const chosen = pairsOf(answer);
      return all(item.rows.map(({ id, bin }) => [id, chosen[id] === bin ? 'right' : 'wrong']));
    }
    case 'fill':
      return all([['text', accepts(item, answer[0] ?? '') ? 'right' : 'wrong']]);
    case 'command':
      return all([['line', answer.length > 0 ? 'right' : 'wrong']]);
  }
}

function all(entries: readonly (readonly [string, PartState])[]): Judged {
  return { right: entries.every(([, state]) => state === 'right' || state === 'plain'), states: Object.fromEntries(entries) };
}

function accepts({ accept, ignoreCase }: ItemOf<'fill'>, typed: string): boolean {
  const plain = (text: string) => (ignoreCase ? text.trim().toLowerCase() : text.trim());
  return accept.some((one) => plain(one) === plain(typed));
}

/** Whether there is something to check. */
export function isComplete(item: QuizItem, answer: Answer): boolean {
  if (item.kind === 'order') return true;
  if (item.kind === 'match') return item.rows.every(({ id }) => (pairsOf(answer)[id] ?? '') !== '');
  return answer.some((text) => text.trim() !== '');
}

/** What stays when a question is answered again: right rows, the order, what was typed; choices are made anew. */
export function retained(item: QuizItem, answer: Answer): Answer {
  if (isChoice(item)) return [];
  if (item.kind !== 'match') return answer;
  const { states } = judge(item, answer);
  return answer.filter((pair) => states[pair.slice(0, pair.indexOf('='))] === 'right');
}

/** What of a kept answer still fits the item: content may have changed since. */
export function fitting(item: QuizItem, answer: unknown): Answer | undefined {
  if (!Array.isArray(answer) || answer.length === 0 || answer.some((one) => typeof one !== 'string')) return undefined;
  const texts = answer as string[];
  const known = isChoice(item) ? item.options : item.kind === 'order' ? item.lines : undefined;
  if (known) return texts.every((id) => known.some((one) => one.id === id)) && hasAll(item, texts) ? texts : undefined;
  return isComplete(item, texts) ? texts : undefined;
}

const hasAll = (item: QuizItem, ids: Answer): boolean => item.kind !== 'order' || new Set(ids).size === item.lines.length;

/** Share of right answers at which a quiz counts as passed. */
export const PASS = 0.8;

export function scoreOf(items: readonly QuizItem[], rights: Readonly<Record<string, boolean>>) {
  const answered = items.filter(({ id }) => id in rights);
  const right = answered.filter(({ id }) => rights[id]).length;
  const missed = answered.filter(({ id }) => !rights[id]).map(({ id }) => id);
  return { right, all: items.length, missed, done: answered.length === items.length, passed: right >= PASS * items.length };
}
