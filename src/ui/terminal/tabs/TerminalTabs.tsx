// The strip of terminals: one tab each, named by its machine; a red dot for output nobody has seen; plus opens another.
import { Plus, X } from 'lucide-preact';
import type { TerminalWords } from '../words.ts';
import type { Tab } from './model.ts';

interface Props {
  readonly tabs: readonly Tab[];
  readonly selected: number;
  /** Keeps ids apart from those of another session's terminals. */
  readonly prefix: string;
  /** The machine that plus opens a terminal on. */
  readonly machine: string;
  readonly t: TerminalWords;
  onSelect(id: number): void;
  onOpen(): void;
  onClose(id: number): void;
}

export function TerminalTabs({ tabs, selected, prefix, machine, t, onSelect, onOpen, onClose }: Props) {
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      event.key === 'Home'
        ? tabs[0]
        : event.key === 'End'
          ? tabs.at(-1)
          : by === undefined
            ? undefined
            : tabs[(at + by + tabs.length) % tabs.length];
    const here = tabs[at];
    if (event.key === 'Delete' && here?.closable) {
      event.preventDefault();
      onClose(here.id);
    }
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`tty-tab-${prefix}-${next.id}`)?.focus();
  };
  return (
    <div class="tty-tabs">
      <div class="tty-tablist" role="tablist" aria-label={t('tabs')} onKeyDown={move}>
        {tabs.map(({ id, name, busy, unseen, closable }) => (
          <span key={id} class="tty-tab" role="presentation" data-selected={id === selected}>
            <button
              type="button"
              role="tab"
              id={`tty-tab-${prefix}-${id}`}
              aria-selected={id === selected}
              aria-controls={`tty-${prefix}-${id}`}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => onSelect(id)}
            >
              <span class={busy ? 'tick busy' : 'tick'} aria-hidden="true" />
              {name}
              {unseen && (
                <span class="dot">
                  <span class="vh">{t('tabs.new')}</span>
                </span>
              )}
            </button>
            {closable && (
              <button
                type="button"
                class="shut"
                tabIndex={-1}
                aria-label={t('tabs.close', { name })}
                title={t('tabs.close', { name })}
                onClick={() => onClose(id)}
              >
                <X aria-hidden="true" />
              </button>
            )}
          </span>
        ))}
      </div>
      <button type="button" class="icon-btn" aria-label={t('tabs.open', { machine })} title={t('tabs.open', { machine })} onClick={onOpen}>
        <Plus aria-hidden="true" />
      </button>
    </div>
  );
}
