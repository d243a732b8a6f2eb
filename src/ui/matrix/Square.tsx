// biome-ignore-all lint/a11y/useSemanticElements: a grid of squares that becomes a list where it is narrow
// One square of the matrix: argv, what it printed, PID 1, how it ended, or why it did not start.
import { OctagonX } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/index.ts';
import { Argv } from '../run/Argv.tsx';
import { sayWord } from '../run/text.ts';
import { runWords } from '../run/words.ts';
import type { Column, Row } from './combinations.ts';
import type { Cell } from './model.ts';
import { sayCell, sayEnd, sayPrinted, sayTerm, sayTrouble } from './text.ts';
import type { MatrixWords } from './words.ts';

interface Props {
  readonly id: string;
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
  readonly t: MatrixWords;
  readonly locale: Locale;
  readonly busy: boolean;
  readonly selected: boolean;
  readonly choose: () => void;
  /** The explanation, where it stands inside the square. */
  readonly children?: ComponentChildren;
}

/** Lines of output that a square has room for. */
const LINES = 3;

export function Square({ id, row, column, cell, t, locale, busy, selected, choose, children }: Props) {
  const { argv, tried } = cell;
  const printed = sayPrinted(cell, t);
  const lines = printed.split('\n');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      role="gridcell"
      class={`mx-cell${selected ? ' sel' : ''}${busy ? ' busy' : ''}`}
      data-cell={id}
      aria-selected={selected}
      aria-busy={busy}
      tabIndex={selected ? 0 : -1}
      onClick={choose}
    >
      <span class="vh">{sayCell(row, column, cell, t)}</span>
      <div aria-hidden="true">
        <span class="mx-column">{t(`column.${column}`)}</span>
        {argv.words.length > 0 && (
          <Argv words={argv.words} label={t('detail.where')} say={(word) => sayWord(word, argv, false, runWords(locale))} />
        )}
        {tried.error && (
          <p class="mx-trouble">
            <OctagonX aria-hidden="true" />
            {sayTrouble(cell, t)}
          </p>
        )}
        <dl>
          {tried.error ? (
            <div class="plain">
              <dt>{t('cell.ends')}</dt>
              <dd>{t('cell.exit', { code: tried.error.exitCode })}</dd>
            </div>
          ) : (
            <>
              <div class={tried.output.trim() === '' ? '' : 'plain'}>
                <dt>{t('cell.prints')}</dt>
                <dd class={tried.output.trim() === '' ? 'none' : 'out'}>
                  {lines.slice(0, LINES).join('\n')}
                  {lines.length > LINES ? ' …' : ''}
                </dd>
              </div>
              <div class="first">
                <dt>{t('cell.first')}</dt>
                <dd class="out">{tried.first}</dd>
              </div>
              <div class={tried.stop ? '' : 'plain'}>
                <dt>{tried.stop ? t('cell.term') : t('cell.ends')}</dt>
                <dd class={tried.stop?.outcome === 'unheard' || tried.stop?.outcome === 'ignored' ? 'bad' : ''}>
                  {tried.stop ? sayTerm(cell, t) : sayEnd(cell, t)}
                </dd>
              </div>
            </>
          )}
        </dl>
      </div>
      {children}
    </div>
  );
}
