// The registries that this machine can name, with their repositories and tags: what there is before anything moves.

import { formatBytes } from '../../i18n/index.ts';
import type { MachineView } from '../session/view/index.ts';
import { short } from './text.ts';
import type { RegistryWords } from './words.ts';

interface Props {
  readonly view: MachineView;
  readonly t: RegistryWords;
  /** Asks what a pull of a reference would move. */
  ask(reference: string): void;
}

export function Shelf({ view, t, ask }: Props) {
  const { registries } = view.remote;
  if (registries.length === 0) return null;
  return (
    <section class="rgp-shelf" aria-label={t('empty.registries')}>
      <h3>{t('empty.registries')}</h3>
      <ul>
        {registries.map((registry) => (
          <li key={registry.host} data-explain="registry.registry">
            <div class="rgp-shelfhead">
              <b>{registry.kind === 'hub' ? t('side.hub') : registry.host}</b>
              {registry.container !== undefined && (
                <span class="muted">{t('side.container', { name: registry.container, machine: registry.machine ?? '' })}</span>
              )}
              {registry.blobs > 0 && (
                <span class="num muted">{t('side.keeps', { n: registry.blobs, size: formatBytes(registry.size) })}</span>
              )}
            </div>
            {registry.repositories.length === 0 && (
              <p class="rgp-note">{t(registry.kind === 'hub' ? 'empty.norepo.hub' : 'empty.norepo')}</p>
            )}
            {registry.repositories.map((repository) => (
              <div class="rgp-repo" key={repository.name}>
                <code>{repository.name}</code>
                {repository.tags.map(({ tag, digest }) => (
                  <button
                    key={tag}
                    type="button"
                    class="rgp-flag"
                    title={`${repository.name}:${tag} ${digest}`}
                    onClick={() => ask(`${registry.kind === 'hub' ? '' : `${registry.host}/`}${repository.name}:${tag}`)}
                  >
                    <span>
                      {tag} <i>{short(digest, 4)}</i>
                    </span>
                  </button>
                ))}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
