// The terminal in the lab: its screen, its small bar of switches, and keys for phones.
import { ALargeSmall, Copy, PersonStanding, Square } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { TerminalHandle } from './controller.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly ready?: string;
  readonly welcome?: string;
  /** Gives the handle to whoever puts commands at the prompt. */
  onReady(handle: TerminalHandle): void;
}

interface Preferences {
  readonly reader: boolean;
  readonly fontSize: number;
}

const key = 'strata.terminal';
const sizes = [13, 13.5, 15, 17, 19, 22];

function preferences(): Preferences {
  try {
    return { reader: false, fontSize: 13.5, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return { reader: false, fontSize: 13.5 };
  }
}

/** Resolves when the element has a size: on a phone the terminal is loaded only when its part of the page is opened. */
function seen(element: HTMLElement | null): Promise<void> {
  return new Promise((resolve) => {
    if (!element) return;
    const sized = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      sized.disconnect();
      resolve();
    });
    sized.observe(element);
  });
}

export function Terminal({ session, locale, ready, welcome, onReady }: Props) {
  const t = words(locale);
  const hint = useId();
  const screen = useRef<HTMLDivElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const handle = useRef<TerminalHandle>();
  const [chosen, choose] = useState<Preferences>({ reader: false, fontSize: 13.5 });
  const [said, say] = useState('');
  const [control, hold] = useState(false);
  const busy = session.status.value === 'running';

  useEffect(() => {
    let gone = false;
    const wanted = preferences();
    choose(wanted);
    void (async () => {
      await seen(screen.current);
      if (gone) return;
      const { createTerminal } = await import('./controller.ts');
      if (gone || !screen.current || !gutter.current) return;
      const made = await createTerminal({
        screen: screen.current,
        gutter: gutter.current,
        session,
        t,
        ...(ready === undefined ? {} : { ready }),
        ...(welcome === undefined ? {} : { welcome }),
        ...wanted,
        describedBy: hint,
        onTab: (completes) => say(t(completes ? 'terminal.captured' : 'terminal.released')),
      });
      if (gone) return made.dispose();
      handle.current = made;
      onReady(made);
    })();
    return () => {
      gone = true;
      handle.current?.dispose();
    };
  }, [session]);

  const keep = (next: Preferences) => {
    choose(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  const setReader = (reader: boolean) => {
    keep({ ...chosen, reader });
    handle.current?.setReader(reader);
    say(t(reader ? 'terminal.reader.on' : 'terminal.reader.off'));
  };
  const setSize = () => {
    const fontSize = sizes[(sizes.indexOf(chosen.fontSize) + 1) % sizes.length] ?? 13.5;
    keep({ ...chosen, fontSize });
    handle.current?.setFontSize(fontSize);
  };
  const press = (data: string) => {
    handle.current?.type(control ? String.fromCharCode(data.toUpperCase().charCodeAt(0) & 31) : data);
    hold(false);
  };

  return (
    <div class="tty">
      <div class="tty-body">
        <div class="tty-gutter num" ref={gutter} aria-hidden="true" />
        <div class="tty-screen" ref={screen} />
      </div>
      <div class="tty-bar">
        <span class="label" id={hint} title={t('terminal.hint.long')}>
          {t('terminal.hint')}
        </span>
        <span class="label said" role="status">
          {session.waiting.value === 'stdin' ? t('terminal.waiting') : said}
        </span>
        <span class="grow" />
        {busy && (
          <button type="button" class="btn sm stop" onClick={() => handle.current?.type('\x03')}>
            <Square aria-hidden="true" />
            {t('terminal.stop')}
          </button>
        )}
        <button
          type="button"
          class="icon-btn"
          aria-pressed={chosen.reader}
          aria-label={t('terminal.reader')}
          title={t('terminal.reader')}
          onClick={() => setReader(!chosen.reader)}
        >
          <PersonStanding aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-btn"
          aria-label={t('terminal.larger')}
          title={`${t('terminal.larger')} (${chosen.fontSize})`}
          onClick={setSize}
        >
          <ALargeSmall aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-btn"
          aria-label={t('terminal.copy')}
          title={t('terminal.copy')}
          onClick={() => {
            void handle.current?.copy().then(() => say(t('terminal.copied')));
          }}
        >
          <Copy aria-hidden="true" />
        </button>
      </div>
      <fieldset class="keys" aria-label={t('terminal.keys')}>
        <button type="button" onClick={() => press('\t')}>
          Tab
        </button>
        <button type="button" aria-pressed={control} onClick={() => hold(!control)}>
          Ctrl
        </button>
        <button type="button" aria-label="Up" onClick={() => handle.current?.type('\x1b[A')}>
          ↑
        </button>
        {['/', '-', '|'].map((char) => (
          <button type="button" key={char} onClick={() => press(char)}>
            {char}
          </button>
        ))}
        <button type="button" class="run" onClick={() => handle.current?.type(control ? '\x03' : '\r')}>
          {control ? 'C' : t('terminal.run')}
        </button>
      </fieldset>
    </div>
  );
}
