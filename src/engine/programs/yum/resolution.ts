import type { Process, Step } from '../../kernel/index.ts';
import type { Call, Say } from './call.ts';
import type { Rpm } from './data.ts';

/** A package as transactions name it. */
export const title = ({ name, version, arch }: Pick<Rpm, 'name' | 'version' | 'arch'>): string => `${name}-${version}.${arch}`;

/** Tells which packages a transaction is about. */
export function* resolved(call: Call, say: Say, packages: readonly Rpm[], what: string): Step<void> {
  if (call.dnf) return yield* say('Dependencies resolved.\n');
  yield* say('Resolving Dependencies\n--> Running transaction check\n');
  for (const { name, arch, version } of packages) yield* say(`---> Package ${name}.${arch} 0:${version} ${what}\n`);
  yield* say('--> Finished Dependency Resolution\n\nDependencies Resolved\n\n');
}

/** Whether whoever sits at the terminal agrees, or has with -y. */
export function* agreed(p: Process, call: Call): Step<boolean> {
  if (call.yes) return true;
  yield* p.write(1, call.dnf ? 'Is this ok [y/N]: ' : 'Is this ok [y/d/N]: ');
  const answer = call.no ? '' : String.fromCharCode(...(yield* p.read(0, 100)));
  if (/^\s*y/i.test(answer)) return true;
  yield* p.write(
    1,
    call.dnf
      ? 'Operation aborted.\n'
      : 'Exiting on user command\nYour transaction was saved, rerun it with:\n yum load-transaction /tmp/yum_save_tx.2026-01-01.00-00.strata.yumtx\n',
  );
  return false;
}
