import { fromBytes, type Step, toBytes } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';

/** dos2unix and unix2dos: line ends of a file, in place, or of standard input. */
export const dos2unix: Applet = function* (a) {
  const options = a.options('ud');
  const direction = options.last('u', 'd') ?? (a.name === 'dos2unix' ? 'u' : 'd');
  const change = (text: string): string => (direction === 'u' ? text.replace(/\r(?=\n)/g, '') : text.replace(/\r?\n/g, '\r\n'));
  if (options.rest.length === 0) {
    yield* a.print(change(yield* read(a, '-')));
    return 0;
  }
  for (const file of options.rest) {
    let text: string;
    try {
      text = yield* read(a, file);
    } catch (error) {
      return a.dieOf(`can't open '${file}'`, error);
    }
    const { mode, uid, gid } = a.p.fs.stat(file);
    const temporary = `${file}${String(a.p.kernel.random.next() % 1_000_000).padStart(6, '0')}`;
    a.p.fs.writeFile(temporary, toBytes(change(text)));
    a.p.fs.chmod(temporary, mode & 0o7777);
    if (a.p.credentials.uid === 0) a.p.fs.chown(temporary, uid, gid);
    a.p.fs.rename(temporary, file);
  }
  return 0;
};

function* read(a: Call, file: string): Step<string> {
  return fromBytes(yield* a.readInput(file));
}
