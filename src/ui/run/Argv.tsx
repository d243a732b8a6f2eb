// Draws argv as word boxes: filled from ENTRYPOINT, outlined from CMD, dashed added by the shell form, hatched never read. The matrix draws with it too.
import './argv.css';
import type { ComponentChildren } from 'preact';
import type { Word } from './argv.ts';

interface Props {
  readonly words: readonly Word[];
  /** Shows the place in argv under each word. */
  readonly numbered?: boolean;
  readonly label: string;
  readonly say: (word: Word) => string;
}

export function Argv({ words, numbered = false, label, say }: Props) {
  return (
    <ol class={`argv${numbered ? ' numbered' : ''}`} aria-label={label}>
      {words.map((word) => (
        <li key={word.index} class={`av ${look(word)}`} data-explain="run.word" title={say(word)}>
          <span class="vh">{say(word)}</span>
          <span class="w" aria-hidden="true">
            {word.text === '' ? '\u00a0' : word.text}
          </span>
          {numbered && (
            <span class="n" aria-hidden="true">
              {word.index}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const look = ({ of, added, lost }: Word): string => (lost ? 'lost' : `${of}${added ? ' added' : ''}`);

/** One sample of a box, with what it means. */
export function LegendItem({
  kind,
  children,
}: {
  readonly kind: 'entrypoint' | 'cmd' | 'cmd added' | 'lost';
  readonly children: ComponentChildren;
}) {
  return (
    <li>
      <span class={`av ${kind}`} aria-hidden="true">
        <span class="w">abc</span>
      </span>
      {children}
    </li>
  );
}
