import type { Daemon } from '../../engine/daemon/index.ts';
import { DockerError } from '../../engine/errors/index.ts';
import { decodeText, LoadError, type Process, type Program, type Run, SysError } from '../../engine/kernel/index.ts';
import { Context } from '../command.ts';
import { parse } from '../flags/index.ts';
import { helpText, type Route, route } from '../help/index.ts';
import { cancelable } from './build/cancelable.ts';
import { isBuilderCommand, whichBuilder } from './build/which-builder.ts';
import { daemonError } from './daemon-error.ts';
import { globalProblem } from './global-flags.ts';
import { commandAt } from './registry.ts';
import { storedCredentials } from './system/client-config.ts';
import { versionFacts } from './system/version-facts.ts';

const NO_DAEMON = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
/** Commands that do without an engine. */
const CLIENT_ONLY = new Set([
  'login',
  'logout',
  'manifest inspect',
  'manifest create',
  'manifest annotate',
  'manifest push',
  'manifest rm',
  'buildx version',
]);

/** Where Strata says what it does not simulate. */
const DIFFERENCES = 'docs/differences.md';

/** The `docker` program of a host whose engine `engineOf` finds. */
export function dockerProgram(engineOf: (process: Process) => Daemon | undefined): Program {
  return function* docker(process): Run {
    const daemon = engineOf(process);
    if (daemon === undefined) {
      yield* process.write(2, `${NO_DAEMON}\n`);
      return 1;
    }
    const context = new Context(process, daemon);
    daemon.credentials = (server) => storedCredentials(context, server);
    try {
      const { builder, note } = whichBuilder(context);
      const found = route(process.argv.slice(1).map(decodeText), builder);
      if (note !== '' && found.kind === 'command' && isBuilderCommand(found.spec.path)) yield* context.err(note);
      return yield* dispatch(context, found);
    } catch (error) {
      if (error instanceof SysError && error.errno === 'EPIPE') return 1;
      throw error;
    }
  };
}

type CommandRoute = Extract<Route, { kind: 'command' }>;

function* dispatch(context: Context, found: Route): Run {
  if (found.kind === 'text') {
    yield* context.err(found.stderr);
    yield* context.out(found.stdout);
    return found.exit;
  }
  if (found.kind === 'version') {
    const { Version, GitCommit } = versionFacts(context.daemon.state).client;
    yield* context.out(`Docker version ${Version}, build ${GitCommit}\n`);
    return 0;
  }
  const { spec, argv, warnings } = found;
  const problem = globalProblem(found.globals, context.env('HOME') ?? '');
  if (problem !== undefined) {
    yield* context.err(`${problem}\n`);
    return 1;
  }
  if (warnings !== '') yield* context.err(warnings);
  const parsed = parse(spec, argv);
  if (parsed.kind === 'error') {
    yield* context.err(parsed.stderr);
    return parsed.exit;
  }
  if (parsed.warnings !== '') yield* context.out(parsed.warnings);
  if (parsed.kind === 'help') {
    yield* context.out(helpText(spec));
    return 0;
  }
  return yield* execute(context, found, parsed);
}

/** Commands that see to SIGINT and SIGTERM themselves. */
const OWN_SIGNALS = new Set(['run', 'start', 'attach', 'exec', 'build']);

/** SIGINT and SIGTERM end a command without a word, with the status a shell shows for the signal. Source: docker/cli cmd/docker notifyContext. */
function* interruptible(process: Process, run: Run): Run {
  let status = 0;
  const ended = yield* cancelable(process, run, (signal) => {
    status = 128 + signal;
  });
  return ended ?? status;
}

function* execute(context: Context, { spec }: CommandRoute, parsed: Extract<ReturnType<typeof parse>, { kind: 'run' }>): Run {
  const path = spec.path.join(' ');
  if (context.daemon.service.state !== 'active' && !CLIENT_ONLY.has(path)) {
    yield* context.err(`${NO_DAEMON}\n`);
    return 1;
  }
  try {
    const command = yield* commandAt(path);
    if (command !== undefined) {
      const run = command.run(context, parsed.flags, parsed.args, spec);
      return yield* OWN_SIGNALS.has(spec.path.at(-1) ?? '') ? run : interruptible(context.process, run);
    }
    yield* context.err(`strata: "docker ${path}" is not simulated; ${DIFFERENCES} lists what is\n`);
    return 1;
  } catch (error) {
    if (error instanceof LoadError) {
      yield* context.err(`strata: a part of Strata that this needs could not be loaded: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof DockerError)) throw error;
    yield* context.err(`${daemonError(error)}\n`);
    return error.exitCode ?? 1;
  }
}
