import { type Process, type Program, type Run, SysError } from '../../kernel/index.ts';
import { become, identify, SpecError } from './run-as.ts';
import { setpriv } from './setpriv.ts';

const GOSU_USAGE = `Usage: gosu user-spec command [args]
   eg: gosu tianon bash
       gosu nobody:root bash -c 'whoami && id'
       gosu 1000:1 id

gosu version: 1.14 (go1.19.8 on linux/amd64; gc)
     license: Apache-2.0 (full text at https://github.com/tianon/gosu)

`;

/** gosu and su-exec: a command as another user, in this very process. */
export const gosu: Program = function* main(p: Process): Run {
  const name = (p.argv[0] ?? 'gosu').split('/').at(-1)!;
  // Executables of setpriv carry this program's name too.
  if (name === 'setpriv') return yield* setpriv(p);
  const [spec, ...command] = p.argv.slice(1);
  if (name === 'gosu' && (spec === '--version' || spec === '-v')) {
    yield* p.write(1, '1.14 (go1.19.8 on linux/amd64; gc)\n');
    return 0;
  }
  if (name === 'gosu' && (spec === '--help' || spec === '-h')) {
    yield* p.write(1, GOSU_USAGE);
    return 0;
  }
  if (spec === undefined || command.length === 0) {
    yield* p.write(2, name === 'gosu' ? GOSU_USAGE : `Usage: ${name} user-spec command [args]\n`);
    return name === 'gosu' ? 1 : 0;
  }
  try {
    const { credentials, home } = identify(p, spec);
    p.setCredentials(credentials);
    p.env.set('HOME', home);
  } catch (error) {
    const text = error instanceof SpecError ? error.message : error instanceof SysError ? 'operation not permitted' : undefined;
    if (text === undefined) throw error;
    yield* p.write(2, name === 'gosu' ? `error: failed switching to "${spec}": ${text}\n` : `${name}: ${spec}: ${text}\n`);
    return 1;
  }
  try {
    return yield* become(p, command);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (name !== 'gosu') yield* p.write(2, `${name}: ${command[0]}: ${error.message}\n`);
    else if (error.errno === 'ENOENT' && !command[0]!.includes('/'))
      yield* p.write(2, `error: exec: "${command[0]}": executable file not found in $PATH\n`);
    else yield* p.write(2, `error: exec: "${command[0]}": ${error.message.toLowerCase()}\n`);
    return 1;
  }
};
