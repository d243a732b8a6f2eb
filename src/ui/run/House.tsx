// Band 2: the container as a box. Inside the processes and its own layer; through the wall on the left mounts, on the right ports.
import './house.css';
import './walls.css';
import { useId } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import { Mounts } from './Mounts.tsx';
import type { RunModel } from './model.ts';
import { type News, newestFirst } from './news.ts';
import { Ports } from './Ports.tsx';
import { ProcessTree } from './ProcessTree.tsx';
import { sayLayer, sayStop } from './text.ts';
import type { RunWords } from './words.ts';

interface Props {
  readonly model: RunModel;
  readonly session: Session;
  readonly t: RunWords;
  readonly live: boolean;
  readonly fresh: ReadonlySet<number>;
  /** What the last command wrote. */
  readonly news: News;
  readonly browse: ((port: number) => void) | undefined;
}

const SHOWN = 6;

export function House({ model, session, t, live, fresh, news, browse }: Props) {
  const { container, processes, alive, mounts, ports, networks, writes } = model;
  const grey = useGrey();
  const id = useId();
  const stop = sayStop(model, t);
  return (
    <section class="run-band" aria-labelledby={id}>
      <div class="run-head">
        <h2 id={id}>{t('proc.title')}</h2>
        <span class="run-note">{processes.length > 0 && !alive ? t('proc.last') : ''}</span>
      </div>
      <div class={`run-house${mounts.length > 0 ? ' mounted' : ''}${ports.length > 0 ? ' ported' : ''}`}>
        {mounts.length > 0 && <Mounts model={model} session={session} t={t} live={live} news={news} />}
        <div class={`run-box ${container.state}`}>
          <div class="run-inside" {...grey(`processes ${container.name}`)}>
            {processes.length > 0 ? (
              <ProcessTree key={container.id} model={model} t={t} fresh={fresh} />
            ) : (
              <p class="run-none">
                {container.error !== ''
                  ? t('proc.refused', { error: container.error })
                  : t(container.state === 'created' ? 'proc.never' : 'proc.none', { name: container.name })}
              </p>
            )}
            {stop !== undefined && (
              <p class={`run-stop ${model.stopSignal.effect}`} data-explain="run.pid1">
                {stop}
              </p>
            )}
          </div>
          <div class="run-layer" {...grey(`own ${container.name}`)} data-explain="run.layer">
            <div class="run-layer-head">
              <b>{t('layer.title')}</b>
              <span>{sayLayer(model, t)}</span>
            </div>
            {writes.length > 0 && (
              <ul>
                {newestFirst(writes, news.writes)
                  .slice(0, SHOWN)
                  .map(({ kind, path }) => (
                    <li key={path} class={news.writes.has(path) ? 'fresh' : ''}>
                      <span class={`kind ${kind}`}>{kind}</span> <code title={path}>{path}</code>
                      {news.writes.has(path) && <b class="new">{t('layer.new')}</b>}
                    </li>
                  ))}
                {writes.length > SHOWN && <li class="more">{t('layer.more', { n: writes.length - SHOWN })}</li>}
              </ul>
            )}
          </div>
        </div>
        {ports.length > 0 && <Ports model={model} t={t} browse={live ? browse : undefined} />}
      </div>
      {(networks.length > 0 || mounts.length === 0 || ports.length === 0) && (
        <ul class="run-outside">
          {networks.map(({ name, address, driver }) => (
            <li key={name} {...grey(`network ${name}`)} data-explain="run.network">
              <span>{t('networks.title')}</span> <b>{name}</b> {driver !== '' && driver !== name ? driver : ''} <code>{address}</code>
            </li>
          ))}
          {mounts.length === 0 && <li>{t('mounts.none')}</li>}
          {ports.length === 0 && <li>{t('ports.none')}</li>}
        </ul>
      )}
    </section>
  );
}
