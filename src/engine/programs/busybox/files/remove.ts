import { type ByteString, type Run, type Stat, type Step, SysError, TURN, WRITE } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { joinPath, lastComponent } from '../paths.ts';

export interface Removal {
  readonly force: boolean;
  readonly interactive: boolean;
  readonly recurse: boolean;
  readonly verbose?: boolean;
}

/** rm [-irf]. */
export function* rm(a: Call): Run {
  const o = a.options('fiRrv');
  const last = o.last('f', 'i');
  const how: Removal = { force: last === 'f', interactive: last === 'i', recurse: o.has('r') || o.has('R'), verbose: o.has('v') };
  if (o.rest.length === 0 && !how.force) a.showUsage();
  let status = 0;
  for (const given of o.rest) {
    const path = given.replace(/(?<=[^/])\/+$/, '');
    const base = lastComponent(path);
    if (base === '.' || base === '..') yield* a.complain("can't remove '.' or '..'");
    else if (yield* remove(a, path, how)) continue;
    status = 1;
  }
  return status;
}

/** Removes a file or hierarchy; complains and answers false when something stays (remove_file). */
export function* remove(a: Call, path: ByteString, how: Removal): Step<boolean> {
  const { fs } = a.p;
  if (a.p.tick()) yield TURN;
  let stat: Stat;
  try {
    stat = fs.lstat(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno !== 'ENOENT') yield* a.complain(`can't stat '${path}': ${error.message}`);
    else if (how.force) return true;
    else yield* a.complain(`can't remove '${path}': ${error.message}`);
    return false;
  }
  const guarded = (): boolean => !how.force && stat.kind !== 'symlink' && !fs.can(path, WRITE) && a.p.isatty(0);
  if (stat.kind === 'dir') return yield* removeDirectory(a, path, how, guarded());
  if ((how.interactive || guarded()) && !(yield* a.confirmed(`${a.name}: remove '${path}'? `))) return true;
  try {
    fs.unlink(path);
  } catch (error) {
    yield* a.complainOf(`can't remove '${path}'`, error);
    return false;
  }
  if (how.verbose === true) yield* a.print(`removed '${path}'\n`);
  return true;
}

function* removeDirectory(a: Call, path: ByteString, how: Removal, guarded: boolean): Step<boolean> {
  if (!how.recurse) {
    yield* a.complain(`'${path}' is a directory`);
    return false;
  }
  if ((how.interactive || guarded) && !(yield* a.confirmed(`${a.name}: descend into directory '${path}'? `))) return true;
  let names: ByteString[];
  try {
    names = a.p.fs.readdir(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return false;
  }
  let good = true;
  for (const name of names) if (!(yield* remove(a, joinPath(path, name), how))) good = false;
  if (how.interactive && !(yield* a.confirmed(`${a.name}: remove directory '${path}'? `))) return good;
  if (!good) return false;
  try {
    a.p.fs.rmdir(path);
  } catch (error) {
    yield* a.complainOf(`can't remove '${path}'`, error);
    return false;
  }
  if (how.verbose === true) yield* a.print(`removed directory: '${path}'\n`);
  return true;
}
