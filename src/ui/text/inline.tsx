// Sentences from content and dictionaries: `code` and **strong** become elements, everything else stays text.
import type { ComponentChildren } from 'preact';

export function Inline({ text }: { readonly text: string }): ComponentChildren {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
    return part;
  });
}
