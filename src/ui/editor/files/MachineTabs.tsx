import { Server } from 'lucide-preact';
import type { Session } from '../../session/index.ts';
import type { EditorWords } from '../words.ts';

/** Which machine's files are shown; with one machine, its name. */
export function MachineTabs({ session, t }: { readonly session: Session; readonly t: EditorWords }) {
  const names = session.view.value?.machines.map(({ name }) => name) ?? [session.machine.value];
  const now = session.machine.value;
  if (names.length < 2)
    return (
      <div class="tabs ed-machines">
        <span class="tab">
          <Server aria-hidden="true" />
          {now}
        </span>
      </div>
    );
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = names[(names.indexOf(now) + by + names.length) % names.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    session.machine.value = next;
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-machine="${next}"]`)?.focus();
  };
  return (
    <div class="tabs ed-machines" role="tablist" aria-label={t('files.machines')} onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-machine={name}
          aria-selected={name === now}
          tabIndex={name === now ? 0 : -1}
          onClick={() => {
            session.machine.value = name;
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
