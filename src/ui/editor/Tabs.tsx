// The open files as tabs: a dot where something is not saved. Delete or the middle button closes one.
import { X } from 'lucide-preact';
import { nameOf, parentOf } from './files/paths.ts';
import type { EditorWords } from './words.ts';
import { idOf, isUnsaved } from './workspace/doc.ts';
import type { Workspace } from './workspace/workspace.ts';

interface Props {
  readonly workspace: Workspace;
  readonly t: EditorWords;
  readonly machine: string;
}

export function Tabs({ workspace, t, machine }: Props) {
  const docs = workspace.docs.value;
  const active = workspace.active.value;
  const go = (id: string) => {
    workspace.active.value = id;
    requestAnimationFrame(() => document.getElementById(`tab ${id}`)?.focus());
  };
  return (
    <div
      class="ed-tabs"
      role="tablist"
      aria-label={t('tab.list')}
      onKeyDown={(event) => {
        const at = docs.findIndex((doc) => idOf(doc.machine, doc.path) === active);
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = docs[(at + by + docs.length) % docs.length];
        if (event.key === 'Delete' && active !== undefined) {
          event.preventDefault();
          workspace.close(active);
          if (workspace.active.value !== undefined) go(workspace.active.value);
        } else if (by !== 0 && next) {
          event.preventDefault();
          go(idOf(next.machine, next.path));
        }
      }}
    >
      {docs.map((doc) => {
        const id = idOf(doc.machine, doc.path);
        const name = nameOf(doc.path);
        const twins = docs.some((other) => other !== doc && nameOf(other.path) === name);
        const where = [doc.machine === machine ? '' : doc.machine, twins ? nameOf(parentOf(doc.path)) || '/' : '']
          .filter(Boolean)
          .join(' ');
        const unsaved = isUnsaved(doc);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list of tabs takes the keys for all
          <div
            key={id}
            id={`tab ${id}`}
            role="tab"
            class={`ed-tab${doc.kind === 'gone' ? ' gone' : ''}`}
            aria-selected={id === active}
            aria-controls="editor-panel"
            aria-label={[name, where, unsaved ? t('tab.unsaved') : ''].filter(Boolean).join(t('list.comma'))}
            tabIndex={id === active ? 0 : -1}
            title={doc.path}
            onClick={() => {
              workspace.active.value = id;
            }}
            onAuxClick={(event) => {
              if (event.button === 1) workspace.close(id);
            }}
          >
            <span>{name}</span>
            {where !== '' && <span class="muted">{where}</span>}
            {/* Delete on the tab does the same; a control inside a tab would not be reachable */}
            <span
              class={`ed-close${unsaved ? ' unsaved' : ''}`}
              aria-hidden="true"
              title={t('tab.close', { name })}
              onClick={(event) => {
                event.stopPropagation();
                void workspace.save(id).then((saved) => {
                  if (saved) workspace.close(id);
                });
              }}
            >
              <X />
            </span>
          </div>
        );
      })}
    </div>
  );
}
