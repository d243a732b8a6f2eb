// A row of tabs: arrows move, one is in the tab order, each names its panel.
import type { ComponentChildren } from 'preact';

interface Props<Id extends string> {
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly {
    readonly id: Id;
    readonly icon: ComponentChildren;
    readonly text: string;
    readonly title?: string;
    readonly badge?: string;
  }[];
  readonly selected: Id;
  readonly onSelect: (id: NoInfer<Id>) => void;
}

export function TabList<Id extends string>({ id, label, tabs, selected, onSelect }: Props<Id>) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by === 0 ? undefined : tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <div class="tablist" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${id}-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={`${id}-panel`}
          tabIndex={tab.id === selected ? 0 : -1}
          title={tab.title}
          onClick={() => onSelect(tab.id)}
        >
          {tab.icon}
          {tab.text}
          {tab.badge !== undefined && (
            <span class="tab-new">
              <span class="vh">, {tab.badge}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
