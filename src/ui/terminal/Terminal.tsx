// The terminals of the lab: tabs, screens, the bar below them, and what a phone needs to type.

import { Copy, Search, Square } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { late } from '../late/index.tsx';
import type { Session } from '../session/index.ts';
import { type Item, Menu } from './bar/Menu.tsx';
import type { TerminalHandle } from './controller.ts';
import { KeyRow } from './KeyRow.tsx';
import { useKeyboardInset } from './keyboard-inset.ts';
import type { Span } from './links/spans.ts';
import { Pane } from './Pane.tsx';
import { keep, type Preferences, preferences, resized } from './preferences.ts';
import { transcript } from './record/transcript.ts';
import { tabsOf } from './tabs/model.ts';
import { TerminalTabs } from './tabs/TerminalTabs.tsx';
import { terminalWords } from './words.ts';

const Composer = late(async () => (await import('./compose/Composer.tsx')).Composer);
const LinksList = late(async () => (await import('./links/LinksList.tsx')).LinksList);
const FindBar = late(async () => (await import('./find/FindBar.tsx')).FindBar);

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly ready?: string;
  readonly welcome?: string;
  /** Gives the handle to whoever puts commands at the prompt. */
  onReady(handle: TerminalHandle): void;
}

export function Terminal({ session, locale, ready, welcome, onReady }: Props) {
  const t = useMemo(() => terminalWords(locale), [locale]);
  // Pages may have several labs, each a tree of its own, in which Preact counts anew.
  const hint = `hint-${session.id}`;
  const root = useRef<HTMLDivElement>(null);
  const handles = useRef(new Map<number, TerminalHandle>());
  const [chosen, choose] = useState<Preferences>(preferences);
  const [said, say] = useState('');
  const [over, show] = useState<'find' | 'links' | 'compose' | undefined>();
  const [spans, setSpans] = useState<readonly Span[]>([]);
  const [unseen, setUnseen] = useState<ReadonlySet<number>>(new Set());
  useKeyboardInset(root);

  const front = session.terminal.value;
  const terminals = session.terminals.value;
  const machine = session.machine.value;
  const busy = session.busy.value;
  const handle = (): TerminalHandle | undefined => handles.current.get(session.terminal.value);

  useEffect(
    () =>
      session.onPut((line, enter) => {
        handle()?.put(line, enter);
      }),
    [session],
  );
  // Output of a terminal behind the others is told by a dot until it is looked at.
  const ids = terminals.map(({ id }) => id).join(' ');
  useEffect(() => {
    const stops = terminals.map(({ id }) =>
      session.onOutput((_, shown) => {
        shown();
        if (session.terminal.value !== id) setUnseen((was) => (was.has(id) ? was : new Set([...was, id])));
      }, id),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, ids]);
  useEffect(() => {
    setUnseen((was) => (was.has(front) ? new Set([...was].filter((id) => id !== front)) : was));
    const made = handle();
    if (made) onReady(made);
    made?.fit();
  }, [front]);

  const select = (id: number): void => {
    session.terminal.value = id;
    const on = terminals.find((one) => one.id === id)?.machine;
    if (on !== undefined) session.machine.value = on;
  };
  const prefer = (next: Preferences): void => {
    choose(next);
    keep(next);
  };
  const resize = (by: 1 | -1): void => {
    const fontSize = resized(chosen.fontSize, by);
    prefer({ ...chosen, fontSize });
    for (const one of handles.current.values()) one.setFontSize(fontSize);
    say(t('said.size', { n: fontSize }));
  };
  const setReader = (reader: boolean): void => {
    prefer({ ...chosen, reader });
    for (const one of handles.current.values()) one.setReader(reader);
    say(t(reader ? 'said.reader.on' : 'said.reader.off'));
  };
  const list = (): void => {
    setSpans(handle()?.links() ?? []);
    show('links');
  };
  const close = (): void => {
    show(undefined);
    handle()?.focus();
  };
  const onKey = (key: 'find' | 'links'): void => {
    if (key === 'find') show('find');
    else list();
  };
  const open = (): void =>
    void session.openTerminal(machine).catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  const download = (): void => {
    const machines = new Map(terminals.map((one) => [one.id, one.machine]));
    const text = transcript(session.turns.value, (id) => machines.get(id) ?? machine);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'strata-transcript.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const items: readonly Item[] = [
    { icon: 'links', text: t('more.links'), keys: 'Ctrl+Shift+L', act: list },
    { icon: 'copy', text: t('more.copy'), act: () => void handle()?.copy('plain') },
    { icon: 'save', text: t('more.save'), disabled: session.turns.value.length === 0, act: download },
    { icon: 'larger', text: t('more.larger'), act: () => resize(1) },
    { icon: 'smaller', text: t('more.smaller'), act: () => resize(-1) },
    { icon: 'reader', text: t('more.reader'), on: chosen.reader === true, act: () => setReader(chosen.reader !== true) },
    { icon: 'open', text: t('more.open', { machine }), act: open },
  ];
  const tabs = tabsOf(terminals, unseen, busy);
  const several = tabs.length > 1;

  return (
    <div class="tty" ref={root} data-several={several} data-over={over}>
      {several && (
        <TerminalTabs
          tabs={tabs}
          selected={front}
          prefix={session.id}
          machine={machine}
          t={t}
          onSelect={select}
          onOpen={open}
          onClose={(id) => void session.closeTerminal(id)}
        />
      )}
      <div class="tty-stack">
        {chosen &&
          (terminals.length === 0 ? [0] : terminals.map(({ id }) => id)).map((id) => (
            <Pane
              key={id}
              id={id}
              session={session}
              t={t}
              {...(ready === undefined || id !== 0 ? {} : { ready })}
              {...(welcome === undefined || id !== 0 ? {} : { welcome })}
              preferences={chosen}
              describedBy={hint}
              hidden={id !== front}
              say={(text) => {
                if (session.terminal.value === id) say(text);
              }}
              onKey={onKey}
              onReady={(of, made) => {
                if (made === undefined) handles.current.delete(of);
                else {
                  handles.current.set(of, made);
                  if (of === session.terminal.value) onReady(made);
                }
              }}
            />
          ))}
        {over === 'find' && <FindBar t={t} handle={handle()} onClose={close} />}
        {over === 'links' && (
          <LinksList
            t={t}
            spans={spans}
            selected={session.selected.value}
            onChoose={(span) => handle()?.choose(span.is, span.text)}
            onClose={close}
          />
        )}
      </div>
      <div class="tty-bar">
        <span class="label hint" id={hint} title={t('hint.long')}>
          {t('hint')}
        </span>
        {session.waiting.value === 'stdin' && <span class="label waits">{t('said.waiting')}</span>}
        <span class="vh said" role="status">
          {said}
        </span>
        <span class="grow" />
        {busy.has(front) && (
          <button type="button" class="btn sm stop" onClick={() => handle()?.type('\x03')}>
            <Square aria-hidden="true" />
            {t('stop')}
          </button>
        )}
        <button
          type="button"
          class="icon-btn"
          aria-pressed={over === 'find'}
          aria-label={t('find')}
          title={`${t('find')} (Ctrl+Shift+F)`}
          onClick={() => show(over === 'find' ? undefined : 'find')}
        >
          <Search aria-hidden="true" />
        </button>
        <button type="button" class="icon-btn" aria-label={t('copy')} title={t('copy')} onClick={() => void handle()?.copy()}>
          <Copy aria-hidden="true" />
        </button>
        <Menu t={t} items={items} />
      </div>
      {over === 'compose' && (
        <Composer
          session={session}
          terminal={front}
          t={t}
          put={(line, enter) => {
            show(undefined);
            handle()?.put(line, enter);
          }}
          onClose={() => show(undefined)}
        />
      )}
      <KeyRow
        t={t}
        composing={over === 'compose'}
        type={(data) => handle()?.type(data)}
        onCompose={() => show(over === 'compose' ? undefined : 'compose')}
      />
    </div>
  );
}
