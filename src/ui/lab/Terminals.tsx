// The terminals of the machines that run: the one in front is seen, the others stay as they were left.
import type { Locale } from '../../i18n/index.ts';
import { words } from '../../i18n/index.ts';
import { Terminal, type TerminalHandle } from '../terminal/index.ts';
import type { Machine } from './machines.ts';

interface Props {
  readonly open: readonly Machine[];
  readonly now: Machine;
  readonly locale: Locale;
  /** A command that stands ready on the lab's own machine. */
  readonly ready?: string;
  readonly welcome?: string;
  onReady(machine: Machine, handle: TerminalHandle): void;
}

export function Terminals({ open, now, locale, ready, welcome, onReady }: Props) {
  const t = words(locale);
  if (now.session.status.value === 'idle' && !open.includes(now))
    return (
      <button type="button" class="lab-start" title={t('lab.start.say')}>
        <span>
          <span class="muted">{now.session.view.value?.terminals[0]?.prompt ?? '$ '}</span>
          <b>{ready}</b>
          <i aria-hidden="true" />
        </span>
        <em>{t('lab.start')}</em>
      </button>
    );
  return (
    <div class="terminals" data-live>
      {open.map((machine) => (
        <div key={machine.id} class="terminals-one" hidden={machine !== now}>
          <Terminal
            session={machine.session}
            locale={locale}
            {...(ready === undefined || machine.exercise ? {} : { ready })}
            {...(welcome === undefined ? {} : { welcome })}
            onReady={(handle) => onReady(machine, handle)}
          />
        </div>
      ))}
    </div>
  );
}
