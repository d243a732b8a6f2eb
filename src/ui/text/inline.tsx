// Sentences from content and dictionaries: `code` and **strong** become elements, everything else stays text.
import type { ComponentChildren } from 'preact';
import { pieces } from './whole.ts';

export function Inline({ text }: { readonly text: string }): ComponentChildren {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <Code text={part.slice(1, -1)} />;
    if (part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
    return part;
  });
}

/** Code inside a sentence: its options never break at a hyphen. */
function Code({ text }: { readonly text: string }): ComponentChildren {
  return <code>{pieces(text).map((one) => (one.whole ? <span class="whole">{one.text}</span> : one.text))}</code>;
}
