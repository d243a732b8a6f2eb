// The bar at the bottom of phones: one part of the page at a time.
import { BookOpen, FileText, GitCommitHorizontal, Layers, ListChecks, SquareTerminal } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../i18n/index.ts';
import { type Part, showPart } from './show-part.ts';

const icons = {
  read: BookOpen,
  terminal: SquareTerminal,
  files: FileText,
  picture: Layers,
  timeline: GitCommitHorizontal,
  goals: ListChecks,
};
const names = {
  read: 'dock.read',
  terminal: 'dock.terminal',
  files: 'dock.files',
  picture: 'dock.picture',
  timeline: 'dock.timeline',
  goals: 'dock.goals',
} as const;

interface Props {
  readonly parts: readonly Part[];
  readonly t: Words;
  readonly badge?: string;
}

export function Dock({ parts, t, badge }: Props) {
  const [now, setNow] = useState<Part>(parts[0] ?? 'terminal');
  useEffect(() => {
    const read = () => setNow((document.body.dataset.part as Part | undefined) ?? parts[0] ?? 'terminal');
    if (document.body.dataset.part === undefined && parts[0]) document.body.dataset.part = parts[0];
    read();
    window.addEventListener('strata:part', read);
    return () => window.removeEventListener('strata:part', read);
  }, []);
  return (
    <nav class="dock" aria-label={t('dock.label')}>
      {parts.map((part) => {
        const Icon = icons[part];
        return (
          <button key={part} type="button" data-goes={part} aria-pressed={part === now} onClick={() => showPart(part)}>
            <Icon aria-hidden="true" />
            <span>
              {t(names[part])}
              {part === 'goals' && badge !== undefined && <em class="num"> {badge}</em>}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
