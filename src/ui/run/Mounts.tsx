// Mounts as slots through the left wall: what is written to their place lies outside the box and never in its own layer.
import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { isSelected, useGrey } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import type { MountFileView, MountView } from '../session/view/index.ts';
import type { RunModel } from './model.ts';
import { type News, newestFirst } from './news.ts';
import { sayMountFiles, sayMountName } from './text.ts';
import type { RunWords } from './words.ts';

interface Props {
  readonly model: RunModel;
  readonly session: Session;
  readonly t: RunWords;
  readonly live: boolean;
  readonly news: News;
}

export function Mounts({ model, session, t, live, news }: Props) {
  const { mounts, container, alive } = model;
  return (
    <div class="run-mounts">
      <h3>{t('mounts.title')}</h3>
      <ul>
        {mounts.map((mount) => (
          <Mount
            key={mount.target}
            mount={mount}
            id={container.id}
            name={container.name}
            session={session}
            alive={alive}
            live={live}
            news={news.mounts.get(mount.target)}
            t={t}
          />
        ))}
      </ul>
    </div>
  );
}

interface MountProps {
  readonly mount: MountView;
  readonly id: string;
  /** The container's. */
  readonly name: string;
  readonly session: Session;
  readonly alive: boolean;
  readonly live: boolean;
  readonly t: RunWords;
  /** Paths that the last command wrote. */
  readonly news: ReadonlySet<string> | undefined;
}

const SHOWN = 4;

function Mount({ mount, id, name: container, session, alive, live, t, news }: MountProps) {
  const [all, setAll] = useState<readonly MountFileView[] | undefined>();
  // What was asked for is of one moment.
  useEffect(() => setAll(undefined), [mount]);
  const grey = useGrey();
  const volume = mount.type === 'volume';
  const selected = volume && isSelected(session.selected.value, mount.source);
  const entries = all ?? newestFirst(mount.entries, news).slice(0, SHOWN);
  const name = sayMountName(mount, t);
  return (
    <li
      class={`${mount.type}${mount.writable ? '' : ' ro'}${selected ? ' sel' : ''}`}
      {...grey(`mount ${container} ${mount.target}`, `volume ${mount.source}`)}
      data-explain={`run.mount.${mount.type}`}
    >
      <span class="slot" aria-hidden="true" />
      <code class="target">{mount.target}</code>
      {volume ? (
        <button
          type="button"
          class="name"
          aria-pressed={selected}
          onClick={() => {
            session.selected.value = selected ? undefined : { kind: 'volume', id: mount.source, machine: session.machine.value };
          }}
        >
          {name}
        </button>
      ) : (
        <span class="name">{name}</span>
      )}
      <span class="how">{sayMountFiles(mount, alive, t)}</span>
      {entries.length > 0 && (
        <ul class={all ? 'files all' : 'files'}>
          {entries.map((file) => (
            <li key={file.path} class={news?.has(file.path) ? 'fresh' : ''}>
              <code title={file.path}>{file.path.replace(/^\//, '')}</code>
              {news?.has(file.path) && <b class="new">{t('layer.new')}</b>}
              <span>{file.fromImage ? t('mounts.image') : file.size === undefined ? '' : formatBytes(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {all === undefined && mount.files > entries.length && live && (
        <button
          type="button"
          class="btn quiet sm"
          onClick={() => {
            void session.query('run.mount', { container: id, target: mount.target }).then(setAll, () => {});
          }}
        >
          {t('mounts.all', { n: mount.files })}
        </button>
      )}
    </li>
  );
}
