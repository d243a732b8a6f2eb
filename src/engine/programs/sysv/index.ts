// What starts daemons where no systemd runs: Debian's `service` and the init scripts that packages bring.
// Knows the words of the scripts; refuses to know the daemons, which it starts and signals like anybody.
// Scripts of other packages than nginx's are not simulated and say so.
import type { Process, Program, Run } from '../../kernel/index.ts';
import { nginxScript } from './nginx.ts';
import { service } from './service.ts';

const scripts: Readonly<Record<string, Program>> = { nginx: nginxScript };

/** An init script is what its name says. */
function* initScript(p: Process): Run {
  const path = p.argv[0] ?? '';
  const script = scripts[path.slice(path.lastIndexOf('/') + 1)];
  if (script !== undefined) return yield* script(p);
  yield* p.write(2, `${path}: not simulated by Strata\n`);
  return 126;
}

export const programs: Readonly<Record<string, Program>> = { 'init-script': initScript, 'sysv-service': service };
