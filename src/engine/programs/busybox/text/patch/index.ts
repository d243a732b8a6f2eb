// patch: applies unified differences to files.
// Knows hunks and where they fit; refuses to know how differences are found (diff).
// Hunks fit exactly or not at all: this build has no fuzz. A file whose hunk fails is left as it was.
import { fromBytes, type Step, SysError, toBytes } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { numberArgument } from '../number-argument.ts';
import { applyHunk } from './apply.ts';
import { type FilePatch, readPatch } from './read-patch.ts';

const LONG = {
  reverse: { as: 'R' },
  unified: { as: 'u' },
  strip: { as: 'p', arg: 'required' },
  input: { as: 'i', arg: 'required' },
  forward: { as: 'N' },
  'remove-empty-files': { as: 'E' },
  force: { as: 'f' },
  get: { as: 'g', arg: 'required' },
  'dry-run': { as: 'dry-run' },
  'backup-if-mismatch': { as: 'ignored' },
  'no-backup-if-mismatch': { as: 'ignored' },
} as const;

interface Plan {
  readonly reverse: boolean;
  readonly dryRun: boolean;
  readonly removeEmpty: boolean;
  readonly ignoreApplied: boolean;
  /** Undefined: only the last component of a name counts. */
  readonly strip: number | undefined;
  /** The file that is patched whatever the patch says. */
  readonly original: string | undefined;
}

/** patch: applies a patch from standard input or -i. */
export const patch: Applet = function* (a) {
  const options = a.options('Rup:i:NEfg:', { long: LONG });
  const plan: Plan = {
    reverse: options.has('R'),
    dryRun: options.has('dry-run'),
    removeEmpty: options.has('E'),
    ignoreApplied: options.has('N'),
    strip: options.has('p') ? numberArgument(a, options.value('p')!) : undefined,
    original: options.rest[0],
  };
  const source = options.value('i') ?? options.rest[1] ?? '-';
  const lines = (yield* content(a, source)).split('\n');
  if (lines.at(-1) === '') lines.pop();
  let status = 0;
  for (const file of readPatch(lines)) if (!(yield* patchFile(a, file, plan))) status = 1;
  return status;
};

function* content(a: Call, file: string): Step<string> {
  try {
    return fromBytes(yield* a.readInput(file));
  } catch (error) {
    return a.dieOf(`can't open '${file}'`, error);
  }
}

function stripped(name: string, strip: number | undefined): string {
  if (strip === undefined) return name.split('/').at(-1)!;
  let rest = name;
  for (let i = 0; i < strip; i++) {
    const slash = rest.search(/\/+/);
    if (slash < 0) break;
    rest = rest.slice(slash).replace(/^\/+/, '');
  }
  return rest;
}

/** Changes one file; false when a hunk did not fit. */
function* patchFile(a: Call, file: FilePatch, plan: Plan): Step<boolean> {
  const { reverse } = plan;
  const [from, to] = reverse ? [file.newName, file.oldName] : [file.oldName, file.newName];
  const [fromTotal, toTotal] = reverse ? [file.newTotal, file.oldTotal] : [file.oldTotal, file.newTotal];
  const empties = to === '/dev/null' || toTotal === 0;
  const name = plan.original ?? stripped(empties && !reverse ? from : to, plan.strip);
  if (empties && plan.removeEmpty) {
    yield* a.line(`removing ${name}`);
    if (!plan.dryRun) remove(a, name);
    return true;
  }
  const creates = plan.original === undefined && !reverse && (from === '/dev/null' || fromTotal === 0) && !a.p.fs.exists(name);
  yield* a.line(creates ? `creating ${name}` : `patching file ${name}`);
  const text = creates ? '' : yield* content(a, name);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const out: string[] = [];
  let at = 0;
  for (const [index, hunk] of file.hunks.entries()) {
    const applied = yield* applyHunk(a, hunk, reverse, lines, at, out);
    if ('next' in applied) {
      at = applied.next;
      continue;
    }
    if (applied.reversed && !plan.ignoreApplied) yield* a.warn(`Possibly reversed hunk ${index + 1} at ${applied.ended}\n`);
    yield* a.warn(`Hunk ${index + 1} FAILED ${hunk.oldLine}/${hunk.newLine}.\n${hunk.lines.map((line) => `${line}\n`).join('')}`);
    return false;
  }
  if (!plan.dryRun) write(a, name, [...out, ...lines.slice(at)], creates);
  return true;
}

function remove(a: Call, name: string): void {
  try {
    a.p.fs.unlink(name);
  } catch (error) {
    a.dieOf(`can't remove file '${name}'`, error);
  }
}

/** The new content takes the file's place through a new file; directories are made for a new file's name. */
function write(a: Call, name: string, lines: readonly string[], creates: boolean): void {
  const { fs } = a.p;
  const bytes = toBytes(lines.map((line) => `${line}\n`).join(''));
  try {
    if (creates) {
      const parts = name.split('/');
      for (let i = 1; i < parts.length; i++) {
        const dir = parts.slice(0, i).join('/');
        if (dir !== '' && !fs.exists(dir)) fs.mkdir(dir);
      }
      fs.writeFile(name, bytes);
      return;
    }
    const { mode, uid, gid } = fs.stat(name);
    const temporary = `${name}${String(a.p.kernel.random.next() % 1_000_000).padStart(6, '0')}`;
    fs.writeFile(temporary, bytes);
    fs.chmod(temporary, mode & 0o7777);
    if (a.p.credentials.uid === 0) fs.chown(temporary, uid, gid);
    fs.rename(temporary, name);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    a.dieOf(name, error);
  }
}
