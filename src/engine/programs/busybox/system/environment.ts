import { type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { execvp } from '../execute.ts';

/** env [-iu0] [-] [NAME=VALUE]… [PROG ARGS]. */
export function* env(a: Call): Run {
  const o = a.options('+iu:0', { long: { 'ignore-environment': { as: 'i' }, unset: { as: 'u', arg: 'required' }, null: { as: '0' } } });
  const words = [...o.rest];
  let clear = o.has('i');
  if (words[0] === '-') {
    clear = true;
    words.shift();
  }
  const made = clear ? new Map<string, string>() : new Map(a.p.env);
  for (const name of o.values('u')) made.delete(name);
  while (words[0]?.includes('=')) {
    const word = words.shift()!;
    const at = word.indexOf('=');
    made.set(word.slice(0, at), word.slice(at + 1));
  }
  if (words.length > 0) return yield* become(a, words, made);
  for (const [name, value] of made) yield* a.print(`${name}=${value}${o.has('0') ? '\0' : '\n'}`);
  return 0;
}

/** Becomes a program; when that cannot be, `NAME: can't execute 'PROG': …` and 127 (not found) or 126. */
export function* become(a: Call, argv: readonly string[], environment: ReadonlyMap<string, string> = a.p.env): Run {
  yield* a.flush();
  try {
    return yield* execvp(a.p, argv, environment);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return a.die(`can't execute '${argv[0]}': ${error.message}`, error.errno === 'ENOENT' ? 127 : 126);
  }
}
