import type { Service } from '../../../engine/daemon/boot.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { reloadService, startService, stopService } from '../../../engine/daemon/service.ts';
import type { Process, Program, Run, Step } from '../../../engine/kernel/index.ts';

type EngineOf = (process: Process) => Daemon | undefined;

const UNITS = new Set(['docker', 'docker.service']);
const FAILED = `Job for docker.service failed because the control process exited with error code.
See "systemctl status docker.service" and "journalctl -xeu docker.service" for details.
`;

/** `systemctl VERB docker`: the one unit that this host has. */
export function systemctl(engineOf: EngineOf): Program {
  return function* systemctl(p): Run {
    const words = p.argv.slice(1).filter((word) => !word.startsWith('-'));
    const [verb = 'list-units', unit] = words;
    const daemon = engineOf(p);
    if (verb === 'daemon-reload' && unit === undefined) return 0;
    if (unit === undefined || daemon === undefined) {
      yield* p.write(2, `strata: "systemctl ${words.join(' ')}" is not simulated: the one unit here is docker\n`);
      return 1;
    }
    if (!UNITS.has(unit)) {
      const name = unit.includes('.') ? unit : `${unit}.service`;
      yield* p.write(2, verb === 'status' ? `Unit ${name} could not be found.\n` : `Failed to ${verb} ${name}: Unit ${name} not found.\n`);
      return verb === 'status' ? 4 : 5;
    }
    return yield* act(p, verb, daemon);
  };
}

/** `service docker VERB`. */
export function service(engineOf: EngineOf): Program {
  return function* service(p): Run {
    const [, unit = '', verb = ''] = p.argv;
    const daemon = engineOf(p);
    if (daemon === undefined || !UNITS.has(unit)) {
      yield* p.write(
        2,
        unit === ''
          ? 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n'
          : `${unit}: unrecognized service\n`,
      );
      return 1;
    }
    return yield* act(p, verb, daemon);
  };
}

function* act(p: Process, verb: string, daemon: Daemon): Run {
  const { state } = daemon.service;
  switch (verb) {
    case 'start':
      return state === 'active' ? 0 : yield* start(p, daemon);
    case 'stop':
      if (state === 'active') yield* stopService(daemon);
      return 0;
    case 'restart':
      if (state === 'active') yield* stopService(daemon);
      return yield* start(p, daemon);
    case 'reload':
      if (state === 'active') {
        reloadService(daemon);
        return 0;
      }
      yield* p.write(2, 'Failed to reload docker.service: Unit docker.service is not active.\n');
      return 1;
    case 'is-active':
      yield* p.write(1, `${state}\n`);
      return state === 'active' ? 0 : 3;
    case 'enable':
    case 'disable':
      return 0;
    case 'is-enabled':
      yield* p.write(1, 'enabled\n');
      return 0;
    case 'status':
      yield* status(p, daemon.service);
      return state === 'active' ? 0 : 3;
    default:
      yield* p.write(2, `Unknown command verb ${verb}.\n`);
      return 1;
  }
}

function* start(p: Process, daemon: Daemon): Run {
  yield* p.sleep(1);
  if (startService(daemon)) return 0;
  yield* p.write(2, FAILED);
  return 1;
}

function* status(p: Process, { state, journal }: Service): Step<void> {
  const active = { active: 'active (running)', inactive: 'inactive (dead)', failed: 'failed (Result: exit-code)' }[state];
  yield* p.write(
    1,
    `● docker.service - Docker Application Container Engine\n     Loaded: loaded (/lib/systemd/system/docker.service; enabled; preset: enabled)\n     Active: ${active}\n\n${journal
      .slice(-10)
      .map((line) => `dockerd: ${line}\n`)
      .join('')}`.replaceAll('●', '\xe2\x97\x8f'),
  );
}

/** `journalctl [-u docker]`: what the engine said. */
export function journalctl(engineOf: EngineOf): Program {
  return function* journalctl(p): Run {
    const journal = engineOf(p)?.service.journal ?? [];
    yield* p.write(1, journal.length === 0 ? '-- No entries --\n' : journal.map((line) => `dockerd: ${line}\n`).join(''));
    return 0;
  };
}
