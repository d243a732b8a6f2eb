// The digest ripple: change one thing in a copy of an image, and see which of its names change. The learner's own images stay as they are.
import { X } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import { TitleBlock } from '../../picture/index.ts';
import type { Session } from '../../session/index.ts';
import type { Ripple as Answer, ConfigValue, RippleChange } from '../../session/queries/store.ts';
import type { ChangeView, MachineView, StoreView } from '../../session/view/index.ts';
import { sayError } from '../errors.ts';
import { bare, type StoreModel } from '../model.ts';
import { storeWords } from '../words.ts';
import { Bytes } from './Bytes.tsx';
import { Cascade } from './Cascade.tsx';
import { rippleModel } from './model.ts';
import { type RippleWords, rippleWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly view: StoreView;
  readonly model: StoreModel;
  readonly machine: MachineView;
  /** Full ID of the image to begin with. */
  readonly image: string;
  readonly locale: Locale;
  readonly live: boolean;
  readonly turn: number | undefined;
  close(): void;
}

type Kind = RippleChange['kind'];
const kinds: readonly Kind[] = ['byte', 'mtime', 'mode', 'config'];
const labels = { byte: 'ripple.byte', mtime: 'ripple.mtime', mode: 'ripple.mode', config: 'ripple.value' } as const;

interface Result {
  readonly change: RippleChange;
  readonly answer?: Answer;
  readonly failure?: string;
}

export function Ripple({ session, view, model, machine, image: first, locale, live, turn, close }: Props) {
  const t = rippleWords(locale);
  const [imageID, setImage] = useState(first);
  const image = model.images.find(({ key }) => key === imageID) ?? model.images[0];
  const stack = image?.lanes[0]?.stack ?? [];
  const [kind, setKind] = useState<Kind>(stack.length === 0 ? 'config' : 'byte');
  const [chainID, setChain] = useState<string | undefined>();
  const chain = stack.find((one) => one === chainID) ?? smallest(view, stack);
  const files = useFiles(session, machine, chain);
  const [path, setPath] = useState<string | undefined>();
  const file = files.find((one) => one.path === path) ?? files.find(({ size = 0 }) => size > 0) ?? files[0];
  const values = useValues(session, image?.key);
  const [result, setResult] = useState<Result | undefined>();
  const [working, setWorking] = useState(false);
  useEffect(() => setResult(undefined), [imageID, kind, chain, file?.path, view]);

  const run = (change: RippleChange): void => {
    if (image === undefined) return;
    setWorking(true);
    session
      .query('store.ripple', { image: image.key, change })
      .then(
        (answer) => setResult({ change, answer }),
        (error: unknown) => setResult({ change, failure: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => setWorking(false));
  };
  const cascade = useMemo(
    () => (result?.answer === undefined ? undefined : rippleModel(result.answer, result.change.kind, view.kind)),
    [result, view.kind],
  );
  const beds = new Map(model.groups.flatMap((group) => group.beds.map((bed) => [bed.key, bed] as const)));
  return (
    <>
      <div class="pic-bar sto-bar">
        <b class="rip-title">{t('ripple.title')}</b>
        <button type="button" class="icon-btn rip-close" aria-label={t('close')} title={t('close')} onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet rip" aria-label={t('ripple.title')} tabIndex={0} data-explain="store.ripple">
        <p class="rip-lead">{t('ripple.lead')}</p>
        <div class="rip-form">
          <Choose label={t('ripple.image')} value={image?.key ?? ''} set={setImage}>
            {model.images.map(({ key, tags }) => (
              <option key={key} value={key}>
                {tags[0] ?? bare(key).slice(0, 12)}
              </option>
            ))}
          </Choose>
          <Choose label={t('ripple.what')} value={kind} set={(value) => setKind(value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one} disabled={one !== 'config' && stack.length === 0}>
                {t(labels[one])}
              </option>
            ))}
          </Choose>
          {kind !== 'config' && (
            <>
              <Choose label={t('ripple.layer')} value={chain ?? ''} set={setChain}>
                {stack.map((key, index) => {
                  const bed = beds.get(key);
                  return (
                    <option key={key} value={key}>
                      {`${stack.length - index} · ${bed?.code ?? ''} ${bed?.instruction ?? ''}`.slice(0, 60)}
                    </option>
                  );
                })}
              </Choose>
              <Choose label={t('ripple.file')} value={file?.path ?? ''} set={setPath}>
                {files.map((one) => (
                  <option key={one.path} value={one.path}>
                    {one.path}
                  </option>
                ))}
              </Choose>
            </>
          )}
        </div>
        {kind === 'config' ? (
          <Values key={image?.key} values={values} t={t} busy={working} run={(key, json) => run({ kind: 'config', key, json })} />
        ) : file === undefined || chain === undefined ? (
          <p class="rip-note">{t(stack.length === 0 ? 'ripple.nolayers' : 'ripple.empty')}</p>
        ) : (
          <Bytes
            key={`${chain} ${file.path}`}
            session={session}
            at={{ chainID: chain, path: file.path }}
            kind={kind}
            t={t}
            busy={working}
            run={run}
          />
        )}
        {result?.failure !== undefined && <p class="rip-error">{sayError(result.failure, storeWords(locale))}</p>}
        {cascade !== undefined && result?.answer !== undefined && (
          <Cascade model={cascade} change={result.change} answer={result.answer} t={t} />
        )}
        <p class="vh" role="status">
          {working ? t('ripple.working') : cascade === undefined ? '' : t('ripple.result', { n: cascade.changed, all: cascade.all })}
        </p>
      </section>
      <TitleBlock
        locale={locale}
        live={live}
        turn={turn}
        facts={[
          [t('ripple.image'), image?.tags[0] ?? image?.code ?? ''],
          ...(cascade === undefined ? [] : ([[t('ripple.changed'), `${cascade.changed}/${cascade.all}`]] as const)),
        ]}
      />
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly children: preact.ComponentChildren;
  set(value: string): void;
}

function Choose({ label, value, children, set }: ChooseProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

/** The newest layer with something in it that is small enough to be read. */
function smallest(view: StoreView, stack: readonly string[]): string | undefined {
  const size = (chain: string): number => view.layers.find(({ chainID }) => chainID === chain)?.size ?? 0;
  return stack.find((chain) => size(chain) > 0 && size(chain) < 1_000_000) ?? stack.find((chain) => size(chain) > 0) ?? stack[0];
}

/** Files of a layer, in path order; all of them once they have been asked for. */
function useFiles(session: Session, machine: MachineView, chainID: string | undefined): readonly ChangeView[] {
  const shown = machine.images.flatMap(({ rows }) => rows).find((row) => row.chainID === chainID)?.changes ?? [];
  const [answer, setAnswer] = useState<{ readonly chainID: string; readonly files: readonly ChangeView[] } | undefined>();
  useEffect(() => {
    if (chainID === undefined) return;
    let gone = false;
    session.query('stack.entries', { chainID }).then(
      (files) => {
        if (!gone) setAnswer({ chainID, files });
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [session, chainID]);
  const files = answer?.chainID === chainID ? (answer?.files ?? []) : shown;
  return files.filter(({ entryKind, size = 0 }) => entryKind === 'file' && size > 0).slice(0, 2000);
}

function useValues(session: Session, image: string | undefined): readonly ConfigValue[] {
  const [answer, setAnswer] = useState<readonly ConfigValue[]>([]);
  useEffect(() => {
    if (image === undefined) return;
    let gone = false;
    session.query('store.config', { image }).then(
      (values) => {
        if (!gone) setAnswer(values);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [session, image]);
  return answer;
}

function Values({
  values,
  t,
  busy,
  run,
}: {
  readonly values: readonly ConfigValue[];
  readonly t: RippleWords;
  readonly busy: boolean;
  run(key: string, json: string): void;
}) {
  const [key, setKey] = useState('Cmd');
  const known = values.find((one) => one.key === key)?.json ?? '';
  const [typed, setTyped] = useState<string | undefined>();
  const json = typed ?? known;
  return (
    <form
      class="rip-form"
      onSubmit={(event) => {
        event.preventDefault();
        run(key, json);
      }}
    >
      <Choose
        label={t('ripple.key')}
        value={key}
        set={(value) => {
          setKey(value);
          setTyped(undefined);
        }}
      >
        {values.map((one) => (
          <option key={one.key} value={one.key}>
            {one.key}
          </option>
        ))}
      </Choose>
      <label class="wide">
        <span>{t('ripple.json')}</span>
        <input
          class="rip-input"
          spellcheck={false}
          autocomplete="off"
          value={json}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn pri sm" disabled={busy}>
        {t('ripple.try')}
      </button>
    </form>
  );
}
