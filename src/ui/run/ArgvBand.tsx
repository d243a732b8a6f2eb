// Band 1: the words that are executed, which form they were given in, and what of the image was overridden.
import { useId } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import { Argv, LegendItem } from './Argv.tsx';
import type { RunModel } from './model.ts';
import { sayDropped, sayPart, sayRole, sayWord } from './text.ts';
import type { RunWords } from './words.ts';

export function ArgvBand({ model, t }: { readonly model: RunModel; readonly t: RunWords }) {
  const { argv, container } = model;
  const grey = useGrey();
  const id = useId();
  const { init } = container;
  const scripted = argv.words.some(({ role }) => role === 'script');
  const parts = [sayPart('entrypoint', argv.entrypoint, t), sayPart('cmd', argv.cmd, t)];
  return (
    <section class="run-band" aria-labelledby={id} {...grey(`argv ${container.name}`)} data-explain="run.argv">
      <div class="run-head">
        <h2 id={id}>{t('argv.title')}</h2>
        <dl class="run-parts">
          {parts.map(([name, what]) => (
            <div key={name} data-explain={name === 'CMD' ? 'run.cmd' : 'run.entrypoint'}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Argv words={argv.words} numbered label={t('argv.label')} say={(word) => sayWord(word, argv, init, t)} />
      {scripted && (
        <ul class="run-roles" aria-hidden="true">
          {argv.words
            .filter(({ role }) => role !== 'argument')
            .map((word) => (
              <li key={word.index}>
                <code>argv[{word.index}]</code> {sayRole(word, argv.words, init, t)}
                {word.lost && <b> {t('argv.lost')}</b>}
              </li>
            ))}
        </ul>
      )}
      {argv.dropped.map((one) => (
        <p key={one.of} class="run-dropped" data-explain="run.override">
          {sayDropped(one, t)}
        </p>
      ))}
      <Legend model={model} t={t} />
    </section>
  );
}

/** Only what is there is explained. */
function Legend({ model: { argv }, t }: { readonly model: RunModel; readonly t: RunWords }) {
  const { words, entrypoint, cmd } = argv;
  return (
    <ul class="av-legend">
      {words.some(({ of, added, lost }) => of === 'entrypoint' && !added && !lost) && (
        <LegendItem kind="entrypoint">{t(`argv.entrypoint.${entrypoint?.by ?? 'image'}`)}</LegendItem>
      )}
      {words.some(({ of, added, lost }) => of === 'cmd' && !added && !lost) && (
        <LegendItem kind="cmd">{t(`argv.cmd.${cmd?.by ?? 'image'}`)}</LegendItem>
      )}
      {words.some(({ added, lost }) => added && !lost) && <LegendItem kind="cmd added">{t('argv.added')}</LegendItem>}
      {words.some(({ lost }) => lost) && <LegendItem kind="lost">{t('argv.lost')}</LegendItem>}
    </ul>
  );
}
