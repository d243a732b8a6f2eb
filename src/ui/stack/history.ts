// docker blame: the rows of a path's history, newest first, each with what became of it.
import { paint } from '../picture/index.ts';
import { instruction } from '../picture/instruction.ts';
import type { PathHistory, PathState, PathStep } from '../session/queries/stack.ts';
import type { StackModel } from './model.ts';

/** `now`: what is seen; `ends`: a whiteout at which the search ends; the others are out of sight because of the next one up. */
export type Fate = 'now' | 'ends' | 'shadowed' | 'gone' | 'past';

export interface HistoryRow {
  readonly key: string;
  /** Undefined for the container. */
  readonly code?: string;
  readonly diffID?: string;
  readonly chainID?: string;
  readonly instruction: string;
  readonly step: PathStep;
  /** What stood there before, for the cells that changed. */
  readonly was?: PathState;
  readonly fate: Fate;
  /** Code of the layer above that did it; `''` for the container. */
  readonly by?: string;
}

export function historyRows({ steps }: PathHistory, codes: StackModel['codes']): readonly HistoryRow[] {
  const code = (step: PathStep | undefined): string | undefined =>
    step && (step.diffID === undefined ? '' : (codes[step.diffID] ?? paint(step.diffID).code));
  return steps
    .map((step, index): HistoryRow => {
      const above = steps[index + 1];
      const below = steps[index - 1];
      const by = code(above);
      const own = code(step);
      return {
        key: step.chainID ?? 'container',
        ...(own === undefined || own === '' ? {} : { code: own }),
        ...(step.diffID === undefined ? {} : { diffID: step.diffID }),
        ...(step.chainID === undefined ? {} : { chainID: step.chainID }),
        instruction: instruction(step.createdBy ?? ''),
        step,
        ...(below?.now ? { was: below.now } : {}),
        fate: fateOf(step, above),
        ...(by === undefined ? {} : { by }),
      };
    })
    .reverse();
}

function fateOf(step: PathStep, above: PathStep | undefined): Fate {
  if (step.kind === 'D') return above === undefined ? 'ends' : 'past';
  if (above === undefined) return 'now';
  return above.kind === 'D' ? 'gone' : 'shadowed';
}

/** `0644`, as chmod takes it. */
export const modeText = (mode: number): string => `0${(mode & 0o7777).toString(8).padStart(3, '0')}`;
export const ownerText = ({ uid, gid }: PathState): string => `${uid}:${gid}`;
