import { type ByteString, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import { matchPattern } from '../../../shell/expand/pattern.ts';
import type { Call } from '../applet.ts';
import { utcSeconds } from '../dates/index.ts';
import { makeDirectory } from '../files/mkdir.ts';
import type { Options } from '../options.ts';
import { lastComponent } from '../paths.ts';
import { SafeNames } from './tar/member-name.ts';
import { type ZipEntry, zipContent, zipEntries } from './zip.ts';

const LIMIT = 256 * 1024 * 1024;
const HEAD = '  Length      Date    Time    Name\n---------  ---------- -----   ----\n';

/** unzip [-lnojpqtv] FILE[.zip] [FILE]… [-x FILE]… [-d DIR]. */
export function* unzip(a: Call): Run {
  const at = a.args.indexOf('-x');
  const words = at < 0 ? a.args : a.args.slice(0, at);
  const excluded: string[] = [];
  const after: string[] = [];
  for (let i = at + 1; at >= 0 && i < a.args.length; i++) {
    if (a.args[i] === '-d') after.push(...a.args.slice(i, (i += 1) + 1));
    else if (a.args[i] !== '-x') excluded.push(a.args[i]!);
  }
  const o = a.options('lnopqtvd:jK', { min: 1, args: [...words, ...after] });
  const [file, ...wanted] = o.rest as [ByteString, ...ByteString[]];
  const bytes = yield* open(a, file);
  const quiet = o.has('q') || o.has('p') || o.has('t');
  if (!quiet || o.count('q') === 0) if (!o.has('p') && !o.has('t')) yield* a.line(`Archive:  ${file}`);
  const entries = zipEntries(bytes);
  if (o.has('v')) return a.die('-v is not simulated by Strata');
  if (o.has('l')) yield* a.print(HEAD);
  if (entries === undefined) return a.die('short read');
  const dir = o.value('d');
  if (dir !== undefined && !o.has('l') && !o.has('p') && !o.has('t')) enter(a, dir);
  const chosen = entries.filter(({ name }) => {
    const matches = (patterns: readonly string[]): boolean => patterns.some((pattern) => matchPattern(pattern, name));
    return (wanted.length === 0 || matches(wanted)) && !matches(excluded);
  });
  if (o.has('l')) return yield* list(a, chosen, entries.length);
  const job = new Extraction(a, o, bytes, quiet);
  for (const entry of chosen) {
    yield* job.take(entry);
    if (a.p.tick()) yield TURN;
  }
  return 0;
}

function* open(a: Call, file: ByteString): Step<Uint8Array> {
  if (file === '-') return yield* a.p.readAll(0);
  for (const path of [file, `${file}.zip`, `${file}.ZIP`]) {
    try {
      return yield* a.readInput(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
  return a.die(`can't open ${file}[.zip]`);
}

function enter(a: Call, dir: ByteString): void {
  try {
    if (!a.p.fs.exists(dir)) a.p.fs.mkdir(dir);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  try {
    a.p.chdir(dir);
  } catch (error) {
    a.dieOf(`can't change directory to '${dir}'`, error);
  }
}

function* list(a: Call, entries: readonly ZipEntry[], all: number): Run {
  const two = (value: number): string => String(value).padStart(2, '0');
  let sum = 0;
  for (const { name, size, time } of entries) {
    sum += size;
    const when = `${two(time.month)}-${two(time.day)}-${time.year} ${two(time.hour)}:${two(time.minute)}`;
    yield* a.line(`${String(size).padStart(9)}  ${when}   ${name}`);
  }
  yield* a.line(` --------                     -------\n${String(sum).padStart(9)}                     ${all} files`);
  return 0;
}

class Extraction {
  readonly #a: Call;
  readonly #o: Options;
  readonly #bytes: Uint8Array;
  readonly #quiet: boolean;
  readonly #safe: SafeNames;
  #overwrite: 'ask' | 'always' | 'never';

  constructor(a: Call, o: Options, bytes: Uint8Array, quiet: boolean) {
    this.#a = a;
    this.#o = o;
    this.#bytes = bytes;
    this.#quiet = quiet;
    this.#safe = new SafeNames(a);
    this.#overwrite = o.has('n') ? 'never' : o.has('o') ? 'always' : 'ask';
  }

  *take(entry: ZipEntry): Step<void> {
    const a = this.#a;
    if (this.#o.has('p') || this.#o.has('t')) {
      if (!entry.name.endsWith('/')) {
        const content = this.#content(entry);
        if (this.#o.has('p')) yield* a.printBytes(content);
      }
      return;
    }
    let name = yield* this.#safe.safe(entry.name);
    if (this.#o.has('j')) name = name.endsWith('/') ? '' : lastComponent(name);
    if (name === '') return;
    if (name.endsWith('/')) return yield* this.#directory(name);
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    if (parent !== '' && !a.p.fs.exists(parent)) yield* makeDirectory(a, parent, { parents: true });
    if (a.p.fs.exists(name) && !(yield* this.#mayReplace(name))) return;
    if (!this.#quiet) yield* a.line(`  inflating: ${name}`);
    const content = this.#content(entry);
    try {
      const fd = a.p.fs.open(name, { write: true, create: true, truncate: true }, entry.mode === 0 ? 0o666 : entry.mode & 0o777);
      yield* a.p.write(fd, content);
      a.p.io.close(fd);
      const { year, month, day, hour, minute } = entry.time;
      a.p.fs.utimes(name, utcSeconds({ year, month: month - 1, day, hour, minute, second: 0 }));
    } catch (error) {
      a.dieOf(`can't open '${name}'`, error);
    }
  }

  #content(entry: ZipEntry): Uint8Array {
    const content = zipContent(this.#bytes, entry, LIMIT);
    return typeof content === 'string' ? this.#a.die(content) : content;
  }

  *#directory(name: ByteString): Step<void> {
    const { fs } = this.#a.p;
    if (fs.exists(name)) return;
    if (!this.#quiet) yield* this.#a.line(`   creating: ${name}`);
    yield* makeDirectory(this.#a, name, { parents: true });
  }

  *#mayReplace(name: ByteString): Step<boolean> {
    if (this.#overwrite !== 'ask') return this.#overwrite === 'always';
    yield* this.#a.print(`replace ${name}? [y]es, [n]o, [A]ll, [N]one, [r]ename: `);
    yield* this.#a.flush();
    const answer = (yield* this.#a.readLine()) ?? this.#a.die("can't read standard input: File exists");
    if (answer.startsWith('A')) this.#overwrite = 'always';
    if (answer.startsWith('N')) this.#overwrite = 'never';
    return /^[yA]/.test(answer);
  }
}
