import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';

/** tee: standard input to standard output and to files. */
export const tee: Applet = function* (a) {
  const options = a.options('ia');
  if (options.has('i')) a.p.setDisposition(2, 'ignore');
  let status = 0;
  const outputs: { name: string; fd: number }[] = [];
  for (const file of options.rest) {
    if (file === '-') {
      outputs.push({ name: 'standard output', fd: 1 });
      continue;
    }
    try {
      outputs.push({
        name: file,
        fd: a.p.fs.open(file, { write: true, create: true, append: options.has('a'), truncate: !options.has('a') }),
      });
    } catch (error) {
      yield* a.complainOf(file, error);
      status = 1;
    }
  }
  outputs.unshift({ name: 'standard output', fd: 1 });
  a.p.setDisposition(13, 'ignore');
  for (;;) {
    const bytes = yield* a.p.read(0);
    if (bytes.length === 0) return status;
    for (const output of [...outputs]) {
      try {
        yield* a.p.write(output.fd, bytes);
      } catch (error) {
        yield* a.complainOf(output.name, error);
        outputs.splice(outputs.indexOf(output), 1);
        status = 1;
      }
    }
    if (a.p.tick()) yield TURN;
  }
};
