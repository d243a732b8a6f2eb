import { decodeText, encodeText, type Mount, type Run, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { BLOCK_SIZE } from '../../blocks.ts';
import { humanSize, sized } from '../../numbers.ts';
import type { Options } from '../../options.ts';
import { spaceOf } from '../../space.ts';

/** df [-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]…. */
export function* df(a: Call): Run {
  const o = a.options('kPThmit:aB:');
  const sizeText = o.value('B');
  const unit = sizeText === undefined ? (o.has('m') ? 1024 ** 2 : 1024) : (sized(sizeText) ?? a.die(`invalid number '${sizeText}'`));
  yield* a.line(heading(o, unit));
  let status = 0;
  if (o.rest.length === 0) {
    for (const mount of a.p.ns.mounts) {
      const type = o.value('t');
      if (type !== undefined && mount.fs.type !== type) continue;
      if (spaceOf(mount).total > 0 || o.has('a')) yield* a.line(row(mount, o, unit));
    }
    return 0;
  }
  for (const path of o.rest) {
    try {
      yield* a.line(row(a.p.fs.existing(path, true).mount, o, unit));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* a.complain(`${path}: can't find mount point`);
      status = 1;
    }
  }
  return status;
}

function heading(o: Options, unit: number): string {
  const blocks = o.has('i')
    ? 'Inodes'
    : o.has('h')
      ? 'Size'
      : o.has('P')
        ? unit === 1024
          ? '1024-blocks'
          : `${unit}-blocks`
        : `${humanSize(unit).replace('.0', '')}-blocks`;
  const use = o.has('P') ? 'Capacity' : 'Use%';
  const type = o.has('T') ? 'Type       ' : '';
  const wide = o.has('P') && !o.has('h') && !o.has('i');
  const columns = wide ? `${blocks}    Used Available` : `${blocks.padStart(o.has('h') ? 9 : 9)}      Used Available`;
  return `Filesystem           ${type}${columns} ${use} Mounted on`;
}

function row(mount: Mount, o: Options, unit: number): string {
  const space = spaceOf(mount);
  const total = o.has('i') ? space.inodes : space.total;
  const used = o.has('i') ? space.usedInodes : space.used;
  const show = (count: number): string =>
    o.has('i') ? String(count) : o.has('h') ? humanSize(count, BLOCK_SIZE) : String(Math.floor((count * BLOCK_SIZE + unit / 2) / unit));
  const percent = total === 0 ? 0 : Math.ceil((used * 100) / total);
  const source = encodeText(decodeText(mount.source));
  const name = source.length > 20 && !o.has('P') ? `${source}\n${' '.repeat(20)}` : source.padEnd(20);
  const type = o.has('T') ? ` ${mount.fs.type.padEnd(10)}` : '';
  return `${name}${type} ${show(total).padStart(9)} ${show(used).padStart(9)} ${show(total - used).padStart(9)} ${String(percent).padStart(3)}% ${encodeText(mount.path)}`;
}
