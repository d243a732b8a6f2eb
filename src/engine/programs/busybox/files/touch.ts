import { type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { localTime, parseDate, parseZone } from '../dates/index.ts';

/** touch [-cham] [-d DATE] [-t DATE] [-r FILE]. The kernel keeps only modification times, so -a alone changes nothing. */
export function* touch(a: Call): Run {
  const { fs } = a.p;
  const o = a.options('cr:d:t:amh', {
    min: 1,
    long: {
      'no-create': { as: 'c' },
      reference: { as: 'r', arg: 'required' },
      date: { as: 'd', arg: 'required' },
      'no-dereference': { as: 'h' },
    },
  });
  let time = a.p.now();
  const reference = o.value('r');
  if (reference !== undefined) {
    try {
      time = (o.has('h') ? fs.lstat(reference) : fs.stat(reference)).mtime;
    } catch (error) {
      a.dieOf(`can't stat '${reference}'`, error);
    }
  }
  const text = o.value('d') ?? o.value('t');
  const zone = parseZone(a.p.env.get('TZ'));
  if (text !== undefined) time = parseDate(text, localTime(a.p.now(), zone), zone) ?? a.die(`invalid date '${text}'`);
  const access = o.has('a') && !o.has('m');
  const modification = o.has('m') && !o.has('a');
  const touchTimes = (path: string, follow: boolean): void =>
    fs.utimes(path, access ? { atime: time } : modification ? { mtime: time } : time, follow);
  let status = 0;
  for (const path of o.rest) {
    try {
      try {
        touchTimes(path, !o.has('h'));
        continue;
      } catch (error) {
        if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
        if (o.has('c') || o.has('h')) {
          if (o.has('h')) throw error;
          continue;
        }
      }
      a.p.io.close(fs.open(path, { read: true, write: true, create: true }));
      if (reference !== undefined || text !== undefined) touchTimes(path, true);
    } catch (error) {
      yield* a.complainOf(path, error);
      status = 1;
    }
  }
  return status;
}
