// The chosen square in words, where each of its words lands, and the proof: the Dockerfile, the commands, what they printed.
import { CornerDownRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { sayRole } from '../run/text.ts';
import { runWords } from '../run/words.ts';
import { type Column, promptLine, type Row } from './combinations.ts';
import type { Cell } from './model.ts';
import { explain } from './text.ts';
import type { MatrixWords } from './words.ts';

interface Props {
  readonly cell: Cell;
  readonly id: string;
  readonly t: MatrixWords;
  readonly locale: Locale;
  readonly alive: boolean;
}

export function Detail({ cell, id, t, locale, alive }: Props) {
  const { argv, tried, combination } = cell;
  const [lab, setLab] = useState(false);
  useEffect(() => setLab(document.querySelector('.lab') !== null), []);
  const run = runWords(locale);
  const [row, column] = id.split('/') as [Row, Column];
  return (
    <section class="mx-detail" aria-label={`${t(`row.${row}`)}, ${t(`column.${column}`)}`} aria-live="off">
      <div>
        <h2>
          {t(`row.${row}`)}
          <span> × </span>
          {t(`column.${column}`)}
        </h2>
        {explain(cell, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div>
        <h2>{t('detail.where')}</h2>
        {argv.words.length === 0 ? (
          <p class="plain">{t('detail.where.none')}</p>
        ) : (
          <table class="mx-where">
            <tbody>
              {argv.words.map((word) => (
                <tr key={word.index} class={word.lost ? 'lost' : ''}>
                  <th scope="row">argv[{word.index}]</th>
                  <td>
                    <code>{word.text}</code>
                  </td>
                  <td>
                    {sayRole(word, argv.words, false, run)}
                    {word.lost ? run('run.comma') + run('argv.lost') : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <div>
        <h2>{t('detail.proof')}</h2>
        {tried.parent !== undefined && (
          <>
            <h3>{t('detail.parent')}</h3>
            <pre>{tried.parent.trimEnd()}</pre>
          </>
        )}
        <h3>{t('detail.dockerfile')}</h3>
        <pre>{tried.dockerfile.trimEnd()}</pre>
        {tried.proof.length > 0 && (
          <pre class="mx-run">
            {tried.proof.map(({ command, output }) => (
              <span key={command}>
                <b>$ {command}</b>
                {`\n${output}`}
              </span>
            ))}
          </pre>
        )}
        {alive && lab && combination.parentCmd === undefined && (
          <button type="button" class="btn sm" data-prompt={promptLine(combination)}>
            <CornerDownRight aria-hidden="true" />
            {t('detail.put')}
          </button>
        )}
      </div>
    </section>
  );
}
