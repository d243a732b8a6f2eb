import { encodeText, mountTable, type Run, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';

const DENIED = 'permission denied (are you root?)';

/** mount: lists what is mounted. Mounting needs a capability that containers do not have. `--bind` and the like are options of the mount. */
export function* mount(a: Call): Run {
  const o = a.options('o:t:rwanfvsiO:T:', { args: a.args.filter((word) => !/^--./.test(word)) });
  const [device, node] = o.rest;
  if (device === undefined && !o.has('a')) {
    const type = o.value('t');
    for (const line of encodeText(mountTable(a.p.ns)).split('\n')) {
      const [source, path, kind, options] = line.split(' ');
      if (path === undefined || (type !== undefined && kind !== type)) continue;
      yield* a.line(`${source} on ${path} type ${kind} (${options})`);
    }
    return 0;
  }
  if (a.p.credentials.uid !== 0) a.die(DENIED);
  if (node === undefined) {
    const table = o.value('T') ?? '/etc/fstab';
    try {
      a.p.fs.readFile(table);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      a.die(`can't read '${table}': ${error.message}`);
    }
    if (o.has('a')) return 0;
    a.die(`can't find ${device} in ${table}`);
  }
  if (o.has('f')) return 0;
  try {
    a.p.fs.stat(node);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* a.complain(`mounting ${device} on ${node} failed: ${error.message}`);
    return 255;
  }
  return a.die(DENIED);
}

/** umount: refused by the kernel, whatever is named. */
export function* umount(a: Call): Run {
  const o = a.options('fldnrat:');
  const paths = o.has('a') ? a.p.ns.mounts.map((each) => encodeText(each.path)).reverse() : o.rest;
  if (paths.length === 0) a.showUsage();
  for (const path of paths) yield* a.complain(`can't unmount ${path}: Operation not permitted`);
  return 1;
}

/** losetup: no loop device exists here. */
export function* losetup(a: Call): Run {
  const o = a.options('cdo:far');
  const [device, file] = o.rest;
  if (o.has('a')) return 0;
  if (device === undefined && !o.has('f')) a.showUsage();
  const wanted = file ?? (o.has('f') ? device : undefined);
  if (wanted !== undefined) {
    try {
      a.p.fs.stat(wanted);
    } catch (error) {
      a.dieOf(wanted, error);
    }
  }
  return a.die(o.has('f') ? 'no free loop devices' : `${device}: No such file or directory`);
}
