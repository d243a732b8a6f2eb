// Keys of the file tree (ARIA tree pattern) as intents. Pure.
import { parentOf } from './paths.ts';
import { type Row, rowOf, typeAhead } from './rows.ts';

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type Intent =
  | { readonly do: 'focus'; readonly path: string }
  | { readonly do: 'open' | 'close' | 'choose' | 'rename' | 'delete' | 'cut' | 'paste' | 'menu' | 'more'; readonly path: string }
  | { readonly do: 'uncut' };

const PAGE = 10;

/** What a key means at a row; undefined: nothing, the browser may have it. `typed`: the letters of the search so far. */
export function intentOf(key: Key, rows: readonly Row[], focus: string | undefined, typed: string): Intent | undefined {
  const entries = rows.filter(({ kind }) => kind === 'entry');
  const row = rowOf(rows, focus) ?? entries[0];
  if (row === undefined) return undefined;
  const at = entries.indexOf(row);
  const go = (to: Row | undefined): Intent | undefined => to && { do: 'focus', path: to.path };
  if (key.alt) return undefined;
  if (key.ctrl) return commandKey(key.key.toLowerCase(), row);
  switch (key.key) {
    case 'ArrowDown':
      return go(entries[at + 1]);
    case 'ArrowUp':
      return go(entries[at - 1]);
    case 'Home':
      return go(entries[0]);
    case 'End':
      return go(entries.at(-1));
    case 'PageDown':
      return go(entries[Math.min(at + PAGE, entries.length - 1)]);
    case 'PageUp':
      return go(entries[Math.max(at - PAGE, 0)]);
    case 'ArrowRight':
      if (row.expanded === false) return { do: 'open', path: row.path };
      return row.expanded && entries[at + 1] && entries[at + 1]!.level > row.level ? go(entries[at + 1]) : undefined;
    case 'ArrowLeft':
      if (row.expanded) return { do: 'close', path: row.path };
      return go(rowOf(rows, parentOf(row.path)));
    case 'Enter':
    case ' ':
      if (row.expanded === undefined) return { do: 'choose', path: row.path };
      return { do: row.expanded ? 'close' : 'open', path: row.path };
    case 'F2':
      return row.path === '/' ? undefined : { do: 'rename', path: row.path };
    case 'Delete':
      return row.path === '/' ? undefined : { do: 'delete', path: row.path };
    case 'Escape':
      return { do: 'uncut' };
    case 'ContextMenu':
      return { do: 'menu', path: row.path };
    case 'F10':
      return key.shift ? { do: 'menu', path: row.path } : undefined;
    default:
      return key.key.length === 1 ? go(typeAhead(rows, row.path, typed + key.key)) : undefined;
  }
}

function commandKey(letter: string, { path }: Row): Intent | undefined {
  if (letter === 'x' && path !== '/') return { do: 'cut', path };
  if (letter === 'v') return { do: 'paste', path };
  return undefined;
}
