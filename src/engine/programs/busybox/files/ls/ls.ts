import { type ByteString, type Run, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import { NameCache } from '../../accounts.ts';
import type { Call } from '../../applet.ts';
import { blocksOf } from '../../blocks.ts';
import { compareBytes } from '../../byte-order.ts';
import { parseZone } from '../../dates/index.ts';
import { humanSize } from '../../numbers.ts';
import { joinPath } from '../../paths.ts';
import { printable } from '../../printable.ts';
import { compareVersions } from '../../version-order.ts';
import { type Entry, entryText, type Look } from './entry.ts';
import { lsOptions } from './options.ts';

const COLUMN_GAP = 2;
const MAX_DEPTH = 512;

/** ls. */
export function* ls(a: Call): Run {
  const options = lsOptions(a);
  const look: Look = { options, names: new NameCache(a.p), zone: parseZone(a.p.env.get('TZ')), now: a.p.now() };
  const listing = new Listing(a, look);
  const arguments_: Entry[] = [];
  for (const path of options.files.length === 0 ? ['.'] : options.files) {
    const entry = yield* listing.entry(path, path, options.followArguments);
    if (entry !== undefined) arguments_.push(entry);
  }
  if (options.directory) {
    yield* listing.show(arguments_);
    return listing.status;
  }
  const files = arguments_.filter(({ stat }) => stat.kind !== 'dir');
  const directories = listing.sorted(arguments_.filter(({ stat }) => stat.kind === 'dir'));
  yield* listing.show(files);
  yield* listing.directories(directories, { title: options.files.length > 1 || options.recursive, first: files.length === 0, depth: 0 });
  return listing.status;
}

class Listing {
  status = 0;
  readonly #a: Call;
  readonly #look: Look;
  constructor(a: Call, look: Look) {
    this.#a = a;
    this.#look = look;
  }

  *entry(name: ByteString, path: ByteString, followThis: boolean): Step<Entry | undefined> {
    const { fs } = this.#a.p;
    try {
      const stat = this.#look.options.follow || followThis ? fs.stat(path) : fs.lstat(path);
      return { name, path, stat };
    } catch (error) {
      yield* this.#a.complainOf(path, error);
      this.status = 1;
      return undefined;
    }
  }

  sorted(entries: readonly Entry[]): Entry[] {
    const { sort, reverse, directoriesFirst } = this.#look.options;
    const extension = ({ name }: Entry): string => (name.includes('.') ? name.slice(name.lastIndexOf('.')) : '');
    const compare = (x: Entry, y: Entry): number => {
      if (directoriesFirst && (x.stat.kind === 'dir') !== (y.stat.kind === 'dir')) return x.stat.kind === 'dir' ? -1 : 1;
      let by = 0;
      if (sort === 'size') by = y.stat.size - x.stat.size;
      else if (sort === 'time') by = Math.floor(y.stat.mtime) - Math.floor(x.stat.mtime);
      else if (sort === 'version') by = compareVersions(x.name, y.name);
      else if (sort === 'extension') by = compareBytes(extension(x), extension(y));
      if (by === 0) by = compareBytes(x.name, y.name);
      return reverse ? -by : by;
    };
    return [...entries].sort(compare);
  }

  /** Shows entries sorted, in the chosen style. */
  *show(entries: readonly Entry[]): Step<void> {
    const a = this.#a;
    const { options: o } = this.#look;
    const sorted = this.sorted(entries);
    if (sorted.length === 0) return;
    if (o.style === 'long' || o.style === 'single') {
      for (const entry of sorted) {
        yield* a.line(entryText(a, entry, this.#look).text);
        if (a.p.tick()) yield TURN;
      }
      return;
    }
    const longest = Math.max(...sorted.map(({ name }) => printable(name).width));
    const width = longest + (o.inode ? 8 : 0) + (o.blocks ? 5 : 0) + COLUMN_GAP;
    const columns = Math.max(1, Math.floor(o.width / width));
    const rows = Math.ceil(sorted.length / columns);
    for (let row = 0; row < rows; row++) {
      let line = '';
      let at = 0;
      let stop = 0;
      for (let column = 0; column < columns; column++) {
        const entry = sorted[o.style === 'rows' ? row * columns + column : column * rows + row];
        if (entry === undefined) continue;
        if (column > 0) {
          const gap = Math.max(0, stop - at);
          line += ' '.repeat(gap);
          at += gap;
        }
        stop = at + width;
        const shown = entryText(a, entry, this.#look);
        line += shown.text;
        at += shown.width;
      }
      yield* a.line(line);
      if (a.p.tick()) yield TURN;
    }
  }

  *directories(entries: readonly Entry[], where: { title: boolean; first: boolean; depth: number }): Step<void> {
    const a = this.#a;
    const { options: o } = this.#look;
    let { first } = where;
    for (const { path } of entries) {
      if (where.title) {
        yield* a.print(`${first ? '' : '\n'}${path}:\n`);
        first = false;
      }
      const inside = yield* this.#read(path);
      if (inside === undefined) continue;
      if (o.style === 'long' || o.blocks) {
        const blocks = inside.reduce((sum, { stat }) => sum + blocksOf(stat), 0) / 2;
        yield* a.line(o.human ? `total ${humanSize(blocks, 1024).padEnd(7)}` : `total ${blocks}`);
      }
      yield* this.show(inside);
      if (!o.recursive) continue;
      const below = inside.filter(({ name, stat }) => stat.kind === 'dir' && name !== '.' && name !== '..');
      if (where.depth > MAX_DEPTH) a.die(`${path}: File name too long`);
      yield* this.directories(this.sorted(below), { title: true, first: false, depth: where.depth + 1 });
    }
  }

  *#read(path: ByteString): Step<Entry[] | undefined> {
    const { all } = this.#look.options;
    let names: ByteString[];
    try {
      names = this.#a.p.fs.readdir(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* this.#a.complain(`can't open '${path}': ${error.message}`);
      this.status = 1;
      return undefined;
    }
    const wanted = all === 'all' ? ['.', '..', ...names] : all === 'almost' ? names : names.filter((name) => !name.startsWith('.'));
    const entries: Entry[] = [];
    for (const name of wanted) {
      const entry = yield* this.entry(name, joinPath(path, name), false);
      if (entry !== undefined) entries.push(entry);
      if (this.#a.p.tick()) yield TURN;
    }
    return entries;
  }
}
