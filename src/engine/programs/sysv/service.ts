import { type ByteString, decodeText, EXECUTE, fromBytes, type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { runAndWait } from './run.ts';

const SCRIPTS = '/etc/init.d';
/** What a script sees of the caller's variables; they are set even where the caller has none. */
const PASSED =
  'LANG LANGUAGE LC_CTYPE LC_NUMERIC LC_TIME LC_COLLATE LC_MONETARY LC_MESSAGES LC_PAPER LC_NAME LC_ADDRESS LC_TELEPHONE LC_MEASUREMENT LC_IDENTIFICATION LC_ALL PATH TERM'.split(
    ' ',
  );
const IGNORED = /^(?:functions|halt|killall|single|linuxconf|kudzu|skeleton|README|rc|rcS|reboot|bootclean\.sh|.*\.dpkg-(?:dist|old))$/;

/** Debian's service(8) where no systemd runs: the script of that name, with an environment of its own. */
export function* service(p: Process): Run {
  const own = (p.argv[0] ?? 'service').split('/').at(-1)!;
  const usage = `Usage: ${own} < option > | --status-all | [ service_name [ command | --full-restart ] ]\n`;
  const words = p.argv.slice(1);
  if (words.length === 0) {
    yield* p.write(2, usage);
    return 1;
  }
  p.chdir('/');
  const env = new Map(PASSED.map((name) => [name, p.env.get(name) ?? '']));
  for (const [at, word] of words.entries()) {
    if (word === '-h' || word.startsWith('--h')) {
      yield* p.write(2, usage);
      return 0;
    }
    if (word === '-V' || word === '--version') {
      yield* p.write(2, `${own} ver. ${versionOf(p)}\n`);
      return 0;
    }
    if (at === 0 && word === '--status-all' && words.length === 1) return yield* statusOfAll(p, env);
  }
  const [name = '', action, ...options] = words;
  const script = `${SCRIPTS}/${name}`;
  if (!isRunnable(p, script)) {
    yield* p.write(2, `${name}: unrecognized service\n`);
    return 1;
  }
  if (action === '--full-restart' && options.length === 0) {
    yield* runAndWait(p, [script, 'stop'], env, () => {});
    return yield* runAndWait(p, [script, 'start'], env, () => {});
  }
  return yield* p.execve(script, [script, ...words.slice(1)], env);
}

function isRunnable(p: Process, path: ByteString): boolean {
  return p.fs.exists(path) && p.fs.stat(path).kind === 'file' && p.fs.can(path, EXECUTE);
}

/** The version that dpkg has of the package this is from. */
function versionOf(p: Process): string {
  try {
    const status = fromBytes(p.fs.readFile('/var/lib/dpkg/status'));
    return /^Version: (\S+)$/m.exec(`\n${status}`.split('\nPackage: init-system-helpers\n')[1]?.split('\n\n')[0] ?? '')?.[1] ?? '1.65.2';
  } catch (error) {
    if (error instanceof SysError) return '1.65.2';
    throw error;
  }
}

/** Asks every script how it stands. */
function* statusOfAll(p: Process, env: ReadonlyMap<ByteString, ByteString>): Step<number> {
  const names = p.fs.exists(SCRIPTS) ? [...p.fs.readdir(SCRIPTS)].sort() : [];
  for (const name of names) {
    const script = `${SCRIPTS}/${name}`;
    if (IGNORED.test(decodeText(name)) || !isRunnable(p, script)) continue;
    const [from, to] = p.io.pipe();
    const code = yield* runAndWait(p, [script, 'status'], env, (child) => {
      child.io.dup2(to, 1);
      child.io.dup2(to, 2);
      child.io.close(to);
      child.io.close(from);
    });
    p.io.close(to);
    const said = fromBytes(yield* p.readAll(from));
    p.io.close(from);
    if (/usage:/i.test(said)) yield* p.write(2, ` [ ? ]  ${name}\n`);
    else yield* p.write(1, ` [ ${code === 0 && said !== '' ? '+' : '-'} ]  ${name}\n`);
  }
  return 0;
}
