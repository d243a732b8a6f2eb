// What the parts of a question share.
import type { Locale } from '../../i18n/index.ts';
import type { Answer, ItemOf, Judged, Kind } from './model.ts';
import type { QuizWords } from './words.ts';

/** One kind of question, between asking and being checked. */
export interface PartProps<K extends Kind> {
  readonly item: ItemOf<K>;
  readonly locale: Locale;
  readonly t: QuizWords;
  /** Ids of its parts in the order they stand. */
  readonly places: readonly string[];
  readonly answer: Answer;
  /** Once it is checked. */
  readonly judged: Judged | undefined;
  /** Id of the element that holds the question. */
  readonly label: string;
  onAnswer(answer: Answer): void;
  onCheck(): void;
}

/** The parts in the order of their ids. */
export function inOrder<T extends { readonly id: string }>(parts: readonly T[], places: readonly string[]): readonly T[] {
  return places.flatMap((id) => parts.find((one) => one.id === id) ?? []);
}

/** A sentence for places where no element may stand: code loses its marks. */
export const plain = (text: string): string => text.replaceAll(/[`]|\*\*/g, '');
