// What stands between the two sheets in a row: an arrow with a bar, a knock, a hook, or a dashed arrow for what would move.
import type { Mark, RegistryModel } from './model.ts';

interface Props {
  readonly mark: Mark;
  readonly kind: RegistryModel['kind'];
  readonly would: boolean;
  /** Its turn has come in the replay. */
  readonly done: boolean;
  /** Its turn is now. */
  readonly now: boolean;
}

export function Gap({ mark, kind, would, done, now }: Props) {
  const state = `rgp-arrow ${mark} ${kind}${would ? ' would' : ''}${done ? '' : ' todo'}${now ? ' now' : ''}`;
  return (
    <svg class={state} viewBox="0 0 96 20" width="96" height="20" aria-hidden="true">
      {(mark === 'to' || mark === 'moving') && (
        <g class="rgp-way">
          <path class="rgp-track" d="M8 10H80" />
          <path class="rgp-bar" d="M8 10H80" pathLength={1} />
          <path class="rgp-head" d="M76 4.5 86 10 76 15.5z" />
        </g>
      )}
      {mark === 'exists' && <path class="rgp-equal" d="M38 6.5H58M38 13.5H58" />}
      {mark === 'mounted' && (
        <g class="rgp-hook">
          <path class="rgp-line" d="M78 16H52a5.5 5.5 0 0 1 0-11H76" pathLength={1} />
          <path class="rgp-head" d="M75 0.5 84 5 75 9.5z" />
        </g>
      )}
      {mark === 'failed' && (
        <g class={`rgp-way${kind === 'pull' ? ' back' : ''}`}>
          <path class="rgp-line" d="M8 10H40" />
          <path class="rgp-cross" d="M46 4 58 16M58 4 46 16" />
        </g>
      )}
      {mark === 'none' && <path class="rgp-dots" d="M40 10H58" />}
    </svg>
  );
}
