// The program `busybox` (1.35.0, Debian's static build, which the busybox image carries): which applet runs for which name.
// Knows the applet tables and `busybox`'s own options; refuses to know what any applet does.
// An applet that is listed but has no simulation answers so and ends with status 1.
import { decodeText, encodeText, type Process, type Program, type Run, SysError } from '../../kernel/index.ts';
import { appletNames, installPaths, isApplet } from '../../shell/applets.ts';
import { type Applet, type Applets, runApplet, usageText } from './applet.ts';
import { listing } from './self.ts';

export { appletNames, installPaths, isApplet } from '../../shell/applets.ts';
export { type Applet, AppletEnd, type Applets, Call, runApplet } from './applet.ts';
export { execvp, spawn } from './execute.ts';

/** Applets that see `--help` as an argument like any other. */
const NO_HELP = new Set(['test', '[', '[[', 'true', 'false', 'echo']);

/** Applets that run only with an effective user of root (BB_SUID_REQUIRE); the image's executable is not set-user-ID. */
const NEEDS_ROOT = new Set(['crontab', 'login', 'passwd', 'su', 'wall']);

type Voice = (text: string) => string;

/** How another maker's tools differ from busybox's applets. */
export interface Manners {
  /** Rewords messages. */
  readonly voice?: Voice;
  /** Changes exit statuses. */
  readonly status?: (name: string, code: number) => number;
  /** Changes arguments. */
  readonly arguments?: (name: string, args: readonly string[]) => string[];
}

/** Makes the program `busybox` out of applet tables; where two tables know a name, the later one is taken. */
export function busybox(tables: readonly Applets[], manners: Manners = {}): Program {
  const { voice, status = (_: string, code: number): number => code } = manners;
  const applets = new Map(tables.flatMap((table) => Object.entries(table)));
  return function* main(p: Process): Run {
    const called = (p.argv[0] ?? '').split('/').at(-1)!.replace(/^-/, '');
    if (called.startsWith('busybox')) return yield* self(p, applets, voice);
    if (manners.arguments !== undefined) p.argv = [p.argv[0] ?? '', ...manners.arguments(called, p.argv.slice(1))];
    return status(called, yield* dispatch(p, called, applets, voice));
  };
}

function* dispatch(p: Process, name: string, applets: ReadonlyMap<string, Applet>, voice: Voice | undefined): Run {
  const args = p.argv.slice(1);
  // Only what was started through /proc/self/exe is called anew; a script keeps the name of its file (libbb/appletlib.c main).
  if (p.command === 'exe' || p.command === '') p.command = decodeText(name).slice(0, 15);
  const applet = applets.get(name);
  if (applet === undefined && !isApplet(name)) {
    yield* p.write(2, voice === undefined ? `${name}: applet not found\n` : `strata: ${name} is not simulated\n`);
    return 127;
  }
  if (args.length === 1 && args[0] === '--help' && !NO_HELP.has(name)) {
    yield* p.write(2, yield* usageText(name));
    return 0;
  }
  if (p.credentials.uid !== 0 && NEEDS_ROOT.has(name)) {
    yield* p.write(2, `${name}: must be suid to work properly\n`);
    return 1;
  }
  if (applet !== undefined) return yield* runApplet(p, name, applet, args, voice);
  yield* p.write(2, `${name}: not simulated by Strata\n`);
  return 1;
}

/** `busybox` called by its own name. */
function* self(p: Process, applets: ReadonlyMap<string, Applet>, voice: Voice | undefined): Run {
  const [, first, second] = p.argv;
  if (first === undefined || (first === '--help' && second === undefined)) {
    yield* p.write(1, listing(appletNames));
    return 0;
  }
  if (first === '--list' || first === '--list-full') {
    yield* p.write(1, `${(first === '--list' ? appletNames : installPaths).join('\n')}\n`);
    return 0;
  }
  if (first === '--help') {
    p.argv = [second!, '--help'];
    return yield* dispatch(p, second!, applets, voice);
  }
  if (first === '--install') return yield* install(p);
  p.argv = p.argv.slice(1);
  const name = first.split('/').at(-1)!;
  p.command = decodeText(name).slice(0, 15);
  return yield* dispatch(p, name, applets, voice);
}

/** `busybox --install [-s] [DIR]`: links every applet to this executable, in DIR or where each belongs; what is there stays. */
function* install(p: Process): Run {
  const words = p.argv.slice(2);
  const soft = words[0] === '-s';
  const dir = words[soft ? 1 : 0];
  const target = encodeText(p.executable);
  for (const [i, name] of appletNames.entries()) {
    const path = dir === undefined ? `/${installPaths[i]}` : `${dir.endsWith('/') ? dir : `${dir}/`}${name}`;
    try {
      if (soft) p.fs.symlink(target, path);
      else p.fs.link(target, path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'EEXIST') yield* p.write(2, `busybox: ${path}: ${error.message}\n`);
    }
  }
  return 0;
}
