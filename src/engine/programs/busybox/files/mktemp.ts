import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { joinPath } from '../paths.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ATTEMPTS = 100;

/** mktemp [-dt] [-p DIR] [-u] [TEMPLATE]: the X's at the end become letters from the kernel's repeatable random source. Complaints name `(null)`, as the recorded build's do. */
export function* mktemp(a: Call): Run {
  const o = a.options('dqtp:u', { max: 1 });
  const given = o.rest[0];
  let dir = a.p.env.get('TMPDIR') || '/tmp';
  const chosen = o.value('p');
  if (chosen !== undefined && (o.has('t') ? a.p.env.get('TMPDIR') === undefined : true)) dir = chosen;
  let template = given ?? 'tmp.XXXXXX';
  if (o.has('t') || chosen !== undefined || given === undefined) template = joinPath(dir, template);
  if (!template.endsWith('XXXXXX')) {
    if (o.has('q')) return 1;
    a.die('(null): Invalid argument');
  }
  for (let attempt = 0; ; attempt++) {
    const path = fill(a, template);
    try {
      if (o.has('u')) {
        if (a.p.fs.exists(path)) throw new SysError('EEXIST');
      } else if (o.has('d')) a.p.fs.mkdir(path, 0o700);
      else a.p.io.close(a.p.fs.open(path, { read: true, write: true, create: true, exclusive: true }, 0o600));
      yield* a.line(path);
      return 0;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno === 'EEXIST' && attempt < ATTEMPTS) continue;
      if (o.has('q')) return 1;
      a.dieOf('(null)', error);
    }
  }
}

const fill = (a: Call, template: ByteString): ByteString =>
  template.slice(0, -6) + Array.from({ length: 6 }, () => LETTERS[a.p.kernel.random.next() % LETTERS.length]).join('');
