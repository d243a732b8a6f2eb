// The debugger: the build stands behind one step, and this is what is there: why, files, config, and a command to try.
import { X } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { BuildPoint } from '../session/queries/build.ts';
import { FilesTab } from './FilesTab.tsx';
import { ImageTab } from './ImageTab.tsx';
import type { BuildModel, Station } from './model.ts';
import { StepTab } from './StepTab.tsx';
import { TryTab } from './TryTab.tsx';
import { sayPlace } from './text.ts';
import type { BuildWords } from './words.ts';

const tabs = ['step', 'files', 'image', 'try'] as const;
type Tab = (typeof tabs)[number];

interface Props {
  readonly session: Session;
  readonly model: BuildModel;
  readonly station: Station;
  readonly t: BuildWords;
  readonly live: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  readonly proceed: (() => void) | undefined;
  readonly busy: boolean;
}

export function Panel({ session, model, station, t, live, step, close, proceed, busy }: Props) {
  const [tab, setTab] = useState<Tab>('step');
  const id = useId();
  const at = model.stations.indexOf(station);
  const point: BuildPoint = { build: model.number, stage: station.stage, step: station.step };
  const shared = { session, point, t };
  const keys = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') step(1);
    else if (event.key === 'b') step(-1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <section class="bpx-panel" aria-label={t('build.debug.here', { step: sayPlace(station, model, t) })} onKeyDown={keys}>
      <header>
        <h2>{t('build.debug.here', { step: sayPlace(station, model, t) })}</h2>
        <button type="button" class="btn quiet sm icon" aria-label={t('build.debug.close')} title={t('build.debug.close')} onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
        <code title={station.text}>{station.text}</code>
        <div class="steps">
          <button type="button" class="btn sm" disabled={at <= 0} onClick={() => step(-1)}>
            {t('build.debug.back')}
          </button>
          <button type="button" class="btn sm" disabled={at === model.stations.length - 1} onClick={() => step(1)}>
            {t('build.debug.next')}
          </button>
          <span class="bpx-keys">{t('build.debug.keys')}</span>
        </div>
      </header>
      <fieldset class="bpx-tabs">
        <legend class="vh">{t('build.tabs')}</legend>
        {tabs.map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={tab === one} onChange={() => setTab(one)} />
            {t(`build.tab.${one}`)}
          </label>
        ))}
      </fieldset>
      <div class="body">
        {tab === 'step' ? (
          <StepTab {...shared} model={model} station={station} {...(live && proceed ? { proceed } : {})} busy={busy} />
        ) : !station.known ? (
          <p class="quiet">{t('build.debug.unknown')}</p>
        ) : tab === 'files' ? (
          <FilesTab key={`${model.number} ${station.key}`} {...shared} />
        ) : tab === 'image' ? (
          <ImageTab {...shared} />
        ) : (
          <TryTab {...shared} />
        )}
      </div>
    </section>
  );
}
