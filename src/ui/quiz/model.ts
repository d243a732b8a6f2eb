// Judging an answer: which options are right, wrongly chosen or missed. An answer is a set of option ids.
import type { ChoiceItem } from '../../course/index.ts';

export type OptionState = 'open' | 'right' | 'wrong' | 'missed' | 'plain';

export interface Judged {
  readonly right: boolean;
  readonly states: Readonly<Record<string, OptionState>>;
}

export function judge(item: ChoiceItem, chosen: readonly string[]): Judged {
  const states = Object.fromEntries(
    item.options.map(({ id }): [string, OptionState] => {
      const isRight = item.answer.includes(id);
      const isChosen = chosen.includes(id);
      return [id, isRight ? (isChosen ? 'right' : 'missed') : isChosen ? 'wrong' : 'plain'];
    }),
  );
  return { right: Object.values(states).every((state) => state === 'right' || state === 'plain'), states };
}
