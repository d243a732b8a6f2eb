import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { become, identify, SpecError } from './run-as.ts';

const GOSU_USAGE = `Usage: gosu user-spec command [args]
   eg: gosu tianon bash
       gosu nobody:root bash -c 'whoami && id'
       gosu 1000:1 id

gosu version: 1.14 (go1.19.8 on linux/amd64; gc)
     license: Apache-2.0 (full text at https://github.com/tianon/gosu)

`;

/** gosu, su-exec and setpriv: a command as another user, in this very process. */
export const gosu: Program = function* main(p: Process): Run {
  const name = (p.argv[0] ?? 'gosu').split('/').at(-1)!;
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

/** setpriv: --reuid, --regid, --init-groups, --clear-groups, --groups; what drops capabilities is accepted. */
function* setpriv(p: Process): Step<number> {
  const args = p.argv.slice(1);
  let { credentials } = p;
  let at = 0;
  for (; at < args.length && args[at]!.startsWith('--'); at++) {
    const [, option = '', inline] = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at]!) ?? [];
    const value = (): string => inline ?? args[++at] ?? '';
    try {
      if (option === 'reuid') credentials = { ...credentials, uid: identify(p, value()).credentials.uid };
      else if (option === 'regid') credentials = { ...credentials, gid: identify(p, `0:${value()}`).credentials.gid };
      else if (option === 'clear-groups') credentials = { ...credentials, groups: [] };
      else if (option === 'init-groups') credentials = { ...credentials, groups: identify(p, String(credentials.uid)).credentials.groups };
      else if (option === 'groups') credentials = { ...credentials, groups: value().split(',').map(Number) };
      else if (['inh-caps', 'ambient-caps', 'bounding-set', 'securebits', 'pdeathsig'].includes(option)) value();
      else if (!['no-new-privs', 'nnp', 'reset-env', 'keep-groups'].includes(option)) {
        yield* p.write(2, `setpriv: unrecognized option '${args[at]}'\nTry 'setpriv --help' for more information.\n`);
        return 1;
      }
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      yield* p.write(2, `setpriv: failed to parse ${option}: ${error.message}\n`);
      return 1;
    }
  }
  const command = args.slice(at);
  if (command.length === 0) {
    yield* p.write(2, "setpriv: No program specified\nTry 'setpriv --help' for more information.\n");
    return 1;
  }
  p.setCredentials(credentials);
  try {
    return yield* become(p, command);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `setpriv: failed to execute ${command[0]}: ${error.message}\n`);
    return 127;
  }
}
