// The registries that this machine can name, with their repositories and tags: what there is before anything moves.

import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { MachineView, RegistryView } from '../session/view/index.ts';
import { knownOfHub } from './subject.ts';
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
  const grey = useGrey();
  if (registries.length === 0) return null;
  return (
    <section class="rgp-shelf" aria-label={t('empty.registries')}>
      <p class="rgp-title">{t('empty.registries')}</p>
      <ul>
        {registries.map((registry) => (
          <li key={registry.host} data-explain="registry.registry">
            <div class="rgp-shelfhead">
              <b>{registry.kind === 'hub' ? t('side.hub') : registry.host}</b>
              {registry.container !== undefined && (
                <span class="muted">{t('side.container', { name: registry.container, machine: registry.machine ?? '' })}</span>
              )}
              {registry.kind === 'hub' && reposOf(registry, view).length > 0 && <span class="muted">{t('empty.bypull')}</span>}
              {registry.blobs > 0 && (
                <span class="num muted">{t('side.keeps', { n: registry.blobs, size: formatBytes(registry.size) })}</span>
              )}
            </div>
            {reposOf(registry, view).map(({ name, tags }) => (
              <div class="rgp-repo" key={name}>
                <code>{name}</code>
                {tags.map(([tag, digest]) => (
                  <button
                    key={tag}
                    type="button"
                    class="rgp-flag"
                    {...grey(`reference ${referenceOf(registry, name, tag, digest)}`)}
                    title={`${name}:${tag} ${digest}`}
                    onClick={() => ask(referenceOf(registry, name, tag, digest))}
                  >
                    <span>
                      {tag} <i>{short(digest, 4)}</i>
                    </span>
                  </button>
                ))}
              </div>
            ))}
            {reposOf(registry, view).length === 0 && (
              <p class="rgp-note">{t(registry.kind === 'hub' ? 'empty.norepo.hub' : 'empty.norepo')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Repo {
  readonly name: string;
  readonly tags: readonly (readonly [tag: string, digest: string])[];
}

/** What a registry holds; of Docker Hub what people pushed, and what this machine met there. */
function reposOf(registry: RegistryView, view: MachineView): Repo[] {
  const repos = new Map(registry.repositories.map(({ name, tags }) => [name, new Map(tags.map(({ tag, digest }) => [tag, digest]))]));
  if (registry.kind === 'hub') for (const [name, tags] of knownOfHub(view)) repos.set(name, new Map([...(repos.get(name) ?? []), ...tags]));
  return [...repos].map(([name, tags]) => ({ name, tags: [...tags] }));
}

/** How a pull of it is written. */
function referenceOf({ kind, host }: RegistryView, name: string, tag: string, digest: string): string {
  const path = kind === 'hub' ? name.replace(/^library\//, '') : `${host}/${name}`;
  return tag.startsWith('@') ? `${path}@${digest}` : `${path}:${tag}`;
}
