import type { Call } from '../../applet.ts';

export interface LsOptions {
  readonly style: 'long' | 'single' | 'columns' | 'rows';
  readonly all: 'none' | 'almost' | 'all';
  readonly sort: 'name' | 'size' | 'time' | 'extension' | 'version';
  readonly reverse: boolean;
  readonly directoriesFirst: boolean;
  readonly recursive: boolean;
  readonly directory: boolean;
  readonly follow: boolean;
  /** Links named as arguments are taken. */
  readonly followArguments: boolean;
  readonly indicate: 'none' | 'slash' | 'all';
  readonly inode: boolean;
  readonly blocks: boolean;
  readonly numeric: boolean;
  readonly noOwner: boolean;
  readonly human: boolean;
  readonly fullTime: boolean;
  readonly quote: boolean;
  readonly color: boolean;
  readonly width: number;
  readonly files: readonly string[];
}

/** Reads ls's options. Of -l -1 -C -x the last is taken, and so of -S -X -t -v. */
export function lsOptions(a: Call): LsOptions {
  const o = a.options('Cadi1lgnsxAkQctuFpRSXrvLHhT:w:', {
    long: {
      'full-time': { as: 'full-time' },
      'group-directories-first': { as: 'group-directories-first' },
      color: { as: 'color', arg: 'optional' },
    },
  });
  const tty = a.p.isatty(1);
  const styles = { l: 'long', 'full-time': 'long', g: 'long', n: 'long', '1': 'single', C: 'columns', x: 'rows' } as const;
  const long = o.has('g') || o.has('n') || o.has('full-time');
  const style = o.last('l', '1', 'C', 'x');
  const sorts = { S: 'size', X: 'extension', t: 'time', v: 'version' } as const;
  const sort = o.last('S', 'X', 't', 'v') as keyof typeof sorts | undefined;
  const color = o.value('color');
  const chosen = style === undefined ? (long ? 'long' : tty ? 'columns' : 'single') : styles[style as keyof typeof styles];
  const width = o.value('w');
  return {
    style: chosen,
    all: o.has('a') ? 'all' : o.has('A') ? 'almost' : 'none',
    sort: sort === undefined ? 'name' : sorts[sort],
    reverse: o.has('r'),
    directoriesFirst: o.has('group-directories-first'),
    recursive: o.has('R') && !o.has('d'),
    directory: o.has('d'),
    follow: o.last('L', 'H') === 'L',
    followArguments: o.last('L', 'H') === 'H' || !(chosen === 'long' || o.has('F')),
    indicate: o.last('F', 'p') === 'F' || o.has('F') ? 'all' : o.has('p') ? 'slash' : 'none',
    inode: o.has('i'),
    blocks: o.has('s'),
    numeric: o.has('n'),
    noOwner: o.has('g'),
    human: o.has('h'),
    fullTime: o.has('full-time'),
    quote: o.has('Q'),
    color:
      color !== undefined &&
      (color === '' || color === 'always' || color === 'yes' || color === 'force' || (tty && /^(auto|tty|if-tty)$/.test(color))),
    width: width === undefined ? terminalWidth(a) : Number.parseInt(width, 10) || 0,
    files: o.rest,
  };
}

function terminalWidth(a: Call): number {
  const columns = a.p.kernel.ttyOf(a.p)?.columns;
  return a.p.isatty(1) && columns !== undefined ? columns : Number(a.p.env.get('COLUMNS') ?? 80) || 80;
}
