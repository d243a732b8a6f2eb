import { type ByteString, type Run, type Stat, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { blocksOf } from '../../blocks.ts';
import { humanSize, unsigned } from '../../numbers.ts';
import type { Options } from '../../options.ts';
import { joinPath } from '../../paths.ts';

const MAX_DEPTH = 512;

/** du [-aHLdclsxhmkb] [FILE]…. */
export function* du(a: Call): Run {
  const o = a.options('aHkLsxd:lcbhm');
  const depth = o.value('d');
  const limit = o.has('s') ? 0 : depth === undefined ? Number.POSITIVE_INFINITY : (unsigned(depth) ?? a.die(`invalid number '${depth}'`));
  const counter = new Counter(a, o, limit);
  let total = 0;
  for (const path of o.rest.length === 0 ? ['.'] : o.rest) total += yield* counter.count(path, 0, undefined);
  if (o.has('c')) yield* counter.print(total, 'total');
  return counter.status;
}

class Counter {
  status = 0;
  readonly #a: Call;
  readonly #o: Options;
  readonly #limit: number;
  readonly #seen = new Map<object, Set<number>>();
  constructor(a: Call, o: Options, limit: number) {
    this.#a = a;
    this.#o = o;
    this.#limit = limit;
  }

  /** What a path and everything below it takes: bytes with -b, else 512-byte blocks. */
  *count(path: ByteString, depth: number, device: object | undefined): Step<number> {
    const { p } = this.#a;
    const o = this.#o;
    if (p.tick()) yield TURN;
    let stat: Stat;
    try {
      const link = p.fs.lstat(path);
      const follow = link.kind === 'symlink' && (o.has('L') || (o.has('H') && depth === 0));
      stat = follow ? p.fs.stat(path) : link;
    } catch (error) {
      yield* this.#failed(path, error);
      return 0;
    }
    if (o.has('x') && device !== undefined && stat.dev !== device) return 0;
    if (!o.has('l') && stat.nlink > 1 && this.#again(stat)) return 0;
    let sum = o.has('b') ? stat.size : blocksOf(stat);
    if (stat.kind === 'dir') {
      let names: ByteString[];
      try {
        if (depth > MAX_DEPTH) throw new SysError('ENAMETOOLONG');
        names = p.fs.readdir(path);
      } catch (error) {
        yield* this.#failed(path, error);
        return sum;
      }
      for (const name of names) sum += yield* this.count(joinPath(path, name), depth + 1, stat.dev);
    } else if (!o.has('a') && depth !== 0) return sum;
    if (depth <= this.#limit) yield* this.print(sum, path);
    return sum;
  }

  *print(sum: number, path: ByteString): Step<void> {
    const o = this.#o;
    const bytes = o.has('b') ? sum : sum * 512;
    const unit = o.last('h', 'm', 'k');
    let text: string;
    if (o.has('b')) text = String(sum);
    else if (unit === 'h') text = humanSize(sum, 512);
    else if (unit === 'm') text = String(Math.round(bytes / 1024 ** 2) || (bytes > 0 ? 1 : 0));
    else text = String(sum / 2);
    yield* this.#a.line(`${text}\t${path}`);
  }

  #again({ dev, ino }: Stat): boolean {
    let inodes = this.#seen.get(dev);
    if (inodes === undefined) this.#seen.set(dev, (inodes = new Set()));
    if (inodes.has(ino)) return true;
    inodes.add(ino);
    return false;
  }

  *#failed(path: ByteString, error: unknown): Step<void> {
    this.status = 1;
    yield* this.#a.complainOf(path, error);
  }
}
