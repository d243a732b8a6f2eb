// A command tried at a point: it runs in a copy as a RUN there would, and nothing of it is kept.
import { useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { BuildPoint, BuildQueries } from '../session/queries/build.ts';
import { Changes } from './StepTab.tsx';
import { reason } from './use-answer.ts';
import type { BuildWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly point: BuildPoint;
  readonly t: BuildWords;
}

type Tried = { readonly line: string } & ({ readonly failure: string } | BuildQueries['build.run']['answer']);

export function TryTab({ session, point, t }: Props) {
  const [line, setLine] = useState('ls -l');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | undefined>();
  const run = async (event: Event) => {
    event.preventDefault();
    if (line.trim() === '' || busy) return;
    setBusy(true);
    try {
      setTried({ line, ...(await session.query('build.run', { ...point, line })) });
    } catch (error) {
      setTried({ line, failure: reason(error) });
    }
    setBusy(false);
  };
  return (
    <>
      <form class="try" onSubmit={run}>
        <label for="bpx-try">{t('build.try.label')}</label>
        <div>
          <span class="bpx-runword" aria-hidden="true">
            RUN
          </span>
          <input
            id="bpx-try"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={line}
            onInput={(event) => setLine(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="btn sm" disabled={busy || line.trim() === ''}>
          {busy ? t('build.try.running') : t('build.try.run')}
        </button>
        <p class="quiet">{t('build.try.note')}</p>
      </form>
      <div role="status">
        {tried && 'failure' in tried && <p class="bpx-call failed">{t('build.error', { message: tried.failure })}</p>}
        {tried && 'output' in tried && (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre class="log" tabIndex={0}>
              <b>{`RUN ${tried.line}\n`}</b>
              {tried.output}
            </pre>
            {tried.cut && <p class="quiet">{t('build.log.cut')}</p>}
            <p class={tried.exit === 0 ? 'quiet' : 'bpx-call failed'}>{t('build.try.exit', { exit: tried.exit })}</p>
            {tried.exit === 0 && (
              <>
                <h3>{t('build.try.changes')}</h3>
                <Changes changes={tried.changes} none={t('build.try.nothing')} t={t} />
              </>
            )}
          </>
        )}
      </div>
    </>
  );
}
