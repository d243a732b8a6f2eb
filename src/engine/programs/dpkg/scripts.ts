import type { Process, Step } from '../../kernel/index.ts';
import { zeroBody } from '../../tree/index.ts';
import { addSystemGroup, addSystemUser } from '../accounts/system-account.ts';
import { packagePart, putFile } from '../package-data/index.ts';
import { provideAlternative, removeAlternative } from './alternatives.ts';
import type { Output } from './output.ts';

/** What packages' scripts print and do, by package name. */
type Scripts = Readonly<Record<string, readonly string[]>>;

function* linesOf(name: string): Step<readonly string[]> {
  return (yield* packagePart<Scripts>('debian-scripts'))?.[name] ?? [];
}

/** postinst: prints its lines; `user NAME:HOME` and `group NAME` make accounts without a word, lines about alternatives make their links. */
export function* configureScript(p: Process, name: string, out: Output): Step<void> {
  for (const line of yield* linesOf(name)) {
    const [, kind, account = '', home = '/nonexistent'] = /^(user|group) ([^:]+)(?::(.*))?$/.exec(line) ?? [];
    if (kind === 'user') addSystemUser(p, account, home);
    else if (kind === 'group') addSystemGroup(p, account);
    else {
      provideAlternative(p, line);
      yield* out.line(line);
    }
  }
}

/** prerm: alternatives go. */
export function* removeScript(p: Process, name: string): Step<void> {
  for (const line of yield* linesOf(name)) removeAlternative(p, line);
}

/** ldconfig, which the C library's trigger runs: its cache is written anew. */
export function runLdconfig(p: Process, libraries: number): void {
  if (!p.fs.exists('/etc')) return;
  putFile(p, '/etc/ld.so.cache', zeroBody(4096 + 96 * libraries));
  putFile(p, '/var/cache/ldconfig/aux-cache', zeroBody(2048 + 64 * libraries), { mode: 0o600 });
}
