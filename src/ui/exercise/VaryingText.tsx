// A sentence whose values differ from learner to learner: the first ones stand in it when the site is built, and are marked.
import type { ComponentChildren } from 'preact';
import type { Values } from '../../course/values.ts';

interface Props {
  readonly text: string;
  readonly values: Values;
}

/** As `Inline`, with `@name@` as a marked place. */
export function VaryingText({ text, values }: Props): ComponentChildren {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <code>{places(part.slice(1, -1), values)}</code>;
    if (part.startsWith('**')) return <strong>{places(part.slice(2, -2), values)}</strong>;
    return places(part, values);
  });
}

/** Plain text with its places marked. */
export function VaryingCode({ text, values }: Props): ComponentChildren {
  return places(text, values);
}

function places(text: string, values: Values): ComponentChildren {
  return text.split(/(@[a-z][a-z0-9]*@)/).map((part) => {
    const value = values[part.slice(1, -1)];
    return part.startsWith('@') && value !== undefined ? <span data-vary={part.slice(1, -1)}>{value}</span> : part;
  });
}
