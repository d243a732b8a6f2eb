// The field in which an entry is named, in its place in the tree. Enter takes the name, Escape and leaving it do not.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditorWords } from '../words.ts';
import { type NameTrouble, nameTrouble } from './paths.ts';

interface Props {
  readonly t: EditorWords;
  readonly label: string;
  readonly initial: string;
  readonly taken: ReadonlySet<string>;
  /** Folders before the name may be given too. */
  readonly folders: boolean;
  onName(name: string): void;
  onCancel(): void;
}

const keys = {
  empty: 'name.empty',
  slash: 'name.slash',
  dots: 'name.dots',
  long: 'name.long',
  taken: 'name.taken',
} as const satisfies Record<NameTrouble, string>;

export function NameField({ t, label, initial, taken, folders, onName, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  const trouble = name === initial && initial !== '' ? undefined : nameTrouble(name.trim(), taken, folders);
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    input.focus();
    const dot = initial.lastIndexOf('.');
    input.setSelectionRange(0, dot > 0 ? dot : initial.length);
    input.scrollIntoView({ block: 'nearest' });
  }, []);
  // Someone who is still typing is not corrected for what is only unfinished.
  const show = trouble !== undefined && (tried || (trouble !== 'empty' && !name.endsWith('/')));
  return (
    <span class="ed-naming">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={show}
        aria-describedby={show ? 'ed-name-trouble' : undefined}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          setTried(true);
          if (trouble === undefined) onName(name.trim());
        }}
        onBlur={onCancel}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
      {show && (
        <span class="ed-name-trouble" id="ed-name-trouble" role="alert">
          {t(keys[trouble])}
        </span>
      )}
    </span>
  );
}
