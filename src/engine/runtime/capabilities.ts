import { CAPABILITY_NAMES } from '../kernel/index.ts';

/** What Docker leaves to root in a container. Source: moby daemon/pkg/oci/caps/defaults.go. */
export const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set(
  'CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL AUDIT_WRITE'.split(' '),
);

/**
 * The capabilities of a container's root after `--cap-add` and `--cap-drop`, names without `CAP_`. Dropping ALL leaves what was added;
 * adding ALL leaves out what was dropped. Source: moby daemon/pkg/oci/caps/utils.go TweakCapabilities.
 */
export function containerCapabilities(added: readonly string[], dropped: readonly string[], privileged: boolean): ReadonlySet<string> {
  const plain = (names: readonly string[]): string[] => names.map((name) => name.toUpperCase().replace(/^CAP_/, ''));
  const add = plain(added);
  const drop = plain(dropped);
  if (privileged) return new Set(CAPABILITY_NAMES);
  if (drop.includes('ALL')) return new Set(add.includes('ALL') ? CAPABILITY_NAMES : add);
  const start = add.includes('ALL') ? CAPABILITY_NAMES : [...DEFAULT_CAPABILITIES, ...add];
  return new Set(start.filter((name) => !drop.includes(name)));
}
