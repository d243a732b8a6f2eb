// What a push or pull would move: which image, to where; the answer comes from a copy of the world, the command goes to the prompt.
import { CornerDownLeft } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { TransferForecast } from '../session/queries/registry.ts';
import type { MachineView } from '../session/view/index.ts';
import type { RegistryWords } from './words.ts';

export type Asked =
  | { readonly kind: 'push'; readonly image: string; readonly to: string }
  | { readonly kind: 'pull'; readonly reference: string };

/** The answer, while it stands: it is asked again when the world changes. */
export function useForecast(session: Session, asked: Asked | undefined, view: MachineView) {
  const [state, setState] = useState<{ readonly asked?: Asked; readonly answer?: TransferForecast; readonly failure?: string }>({});
  useEffect(() => {
    if (asked === undefined) return;
    let gone = false;
    session.query('registry.forecast', asked).then(
      (answer) => !gone && setState({ asked, answer }),
      (error: unknown) => !gone && setState({ asked, failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      gone = true;
    };
  }, [session, asked, view]);
  return state.asked === asked ? state : {};
}

/** What would be asked first: the newest image to the registry of one's own, or the first tag that a registry has. */
export function firstAsk(kind: Asked['kind'], view: MachineView): Asked | undefined {
  const own = view.remote.registries.find((one) => one.kind !== 'hub');
  if (kind === 'push') {
    const image = view.images.find(({ tags }) => tags.length > 0)?.tags[0];
    if (image === undefined) return undefined;
    const there = image.startsWith(`${own?.host}/`);
    const base = image.split('/').at(-1) ?? image;
    return { kind, image, to: there ? image : `${own?.host ?? 'localhost:5000'}/${base}` };
  }
  const repository = own?.repositories[0];
  const tag = repository?.tags[0]?.tag;
  return {
    kind,
    reference: own !== undefined && repository !== undefined && tag !== undefined ? `${own.host}/${repository.name}:${tag}` : 'alpine',
  };
}

interface Props {
  readonly session: Session;
  readonly view: MachineView;
  readonly t: RegistryWords;
  readonly asked: Asked;
  readonly live: boolean;
  readonly line: string | undefined;
  ask(asked: Asked): void;
}

export function AskBar({ session, view, t, asked, live, line, ask }: Props) {
  const [text, setText] = useState(asked.kind === 'push' ? asked.to : asked.reference);
  const tags = view.images.flatMap((image) => image.tags);
  const known = view.remote.registries.flatMap((one) =>
    one.repositories.flatMap(({ name, tags: there }) =>
      there.map(({ tag }) => `${one.kind === 'hub' ? '' : `${one.host}/`}${name}:${tag}`),
    ),
  );
  useEffect(() => setText(asked.kind === 'push' ? asked.to : asked.reference), [asked]);
  return (
    <form
      class="rgp-ask"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = (new FormData(event.currentTarget).get('reference') ?? '').toString().trim();
        ask(asked.kind === 'push' ? { ...asked, to: typed } : { kind: 'pull', reference: typed });
      }}
    >
      {asked.kind === 'push' && (
        <label>
          <span>{t('ask.image')}</span>
          <select value={asked.image} onChange={(event) => ask({ ...asked, image: event.currentTarget.value, to: text.trim() })}>
            {tags.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </select>
        </label>
      )}
      <label class="rgp-ref">
        <span>{t(asked.kind === 'push' ? 'ask.to' : 'ask.reference')}</span>
        <input
          name="reference"
          value={text}
          list="rgp-known"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <datalist id="rgp-known">
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <button type="submit" class="btn sm">
        {t('ask.show')}
      </button>
      {live && line !== undefined && (
        <button type="button" class="btn sm pri" onClick={() => session.put(line)}>
          <CornerDownLeft aria-hidden="true" />
          {t('ask.put')}
        </button>
      )}
    </form>
  );
}
