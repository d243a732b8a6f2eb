// Ports as lead lines through the right wall: from who listens inside to the host's port.
import { Globe } from 'lucide-preact';
import { useGrey } from '../picture/index.ts';
import type { RunModel } from './model.ts';
import { sayHost, sayListening } from './text.ts';
import type { RunWords } from './words.ts';

interface Props {
  readonly model: RunModel;
  readonly t: RunWords;
  /** Opens the browser pane at a host port; undefined while an earlier moment is looked at. */
  readonly browse: ((port: number) => void) | undefined;
}

export function Ports({ model: { ports, alive, container }, t, browse }: Props) {
  const grey = useGrey();
  return (
    <div class="run-ports">
      <h3>{t('ports.title')}</h3>
      <ul>
        {ports.map((port) => {
          const { host, listener, loopback } = port;
          const flows = alive && host?.open === true && listener !== undefined && loopback !== true;
          const url = `http://localhost:${host?.port ?? 0}/`;
          return (
            <li
              key={`${port.port}/${port.protocol}/${host?.port}`}
              class={flows ? 'flows' : host ? 'shut' : 'exposed'}
              {...grey(`port ${container.name} ${port.port}`, `port ${container.name} ${port.port}/${port.protocol}`)}
              data-explain="run.port"
            >
              <span class="lead" aria-hidden="true" />
              <div>
                <span class="line">
                  {host ? <b class="host">{sayHost(port, t)}</b> : null}
                  {host ? <span class="to"> → </span> : null}
                  <code>
                    {port.port}/{port.protocol}
                  </code>
                </span>
                <span class="how">{sayListening(port, alive, t)}</span>
                {browse && alive && host && port.protocol === 'tcp' && host.port > 0 && (
                  <button type="button" class="btn quiet sm" aria-label={t('ports.open.label', { url })} onClick={() => browse(host.port)}>
                    <Globe aria-hidden="true" />
                    {t('ports.open')}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
