// The strip under the sheet: what a command would take away, and what the last one took.
import { CircleX, SquareTerminal, Unlink } from 'lucide-preact';
import type { Sentence } from './text.ts';
import type { StoreWords } from './words.ts';

interface Props {
  readonly sentence: Sentence;
  /** Of what will be printed. */
  readonly says: string;
  readonly refused: boolean;
  readonly t: StoreWords;
  /** Puts the command at the prompt. */
  readonly put?: () => void;
}

export function PlanStrip({ sentence, says, refused, t, put }: Props) {
  return (
    <div class={`sto-plan${refused ? ' refused' : ''}`} data-explain="store.forecast">
      {refused ? <CircleX size={18} aria-hidden="true" /> : <Unlink size={18} aria-hidden="true" />}
      <p role="status">
        <b>{sentence.main}</b>
        {sentence.rest !== '' && <> {sentence.rest}</>}
        {says !== '' && <span class="says"> {t('says', { text: says })}</span>}
      </p>
      {put !== undefined && (
        <button type="button" class="btn sm" onClick={put}>
          <SquareTerminal size={16} aria-hidden="true" />
          {t('plan.put')}
        </button>
      )}
    </div>
  );
}
