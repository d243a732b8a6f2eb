// Which transfer the picture shows: one of the last, or one that has not happened. Follows the newest, unless the learner chose.
import type { LabView, MachineView, RegistryView, TransferView } from '../session/view/index.ts';
import { machineOf } from '../session/view/index.ts';

/** `t:3` is the machine's third transfer; `push` and `pull` are forecasts; `shelf` is what registries hold. */
export type Subject = `t:${number}` | 'push' | 'pull' | 'shelf';

export const transferSubject = ({ number }: TransferView): Subject => `t:${number}`;

/** The newest transfer when there is a new one, else what was shown, else the newest. */
export function follow(view: MachineView, before: MachineView | undefined, current: Subject | undefined): Subject | undefined {
  const newest = view.remote.transfers.at(-1);
  const known = before?.remote.transfers.at(-1)?.number ?? 0;
  if (newest !== undefined && before !== undefined && newest.number > known) return transferSubject(newest);
  if (current === 'push' || current === 'pull' || current === 'shelf') return current;
  if (current !== undefined && view.remote.transfers.some((one) => transferSubject(one) === current)) return current;
  return newest && transferSubject(newest);
}

/** The registry of a name; `127.0.0.1` and `localhost` are the same one. */
export function registryAt(view: MachineView, host: string): RegistryView | undefined {
  const plain = (text: string): string => text.replace(/^127\.0\.0\.1(?=:|$)/, 'localhost');
  return view.remote.registries.find((one) => plain(one.host) === plain(host));
}

/** Tags of a repository, as they are now. */
export function tagsAt(view: MachineView, host: string, path: string): Map<string, string> {
  const repository = registryAt(view, host)?.repositories.find(({ name }) => name === path);
  return new Map(repository?.tags.map(({ tag, digest }) => [tag, digest]));
}

/**
 * What a transfer's tag named in the registry before: what the view before the last command says, when the transfer is that command's; else
 * what this machine's transfer before it found or left there. Undefined when nothing is known.
 */
export function tagBefore(world: LabView, before: LabView | undefined, machine: string, transfer: TransferView): string | undefined {
  const view = machineOf(world, machine);
  const was = before && machineOf(before, machine);
  const { domain, path, reference, number } = transfer;
  if (was !== undefined && number > (was.remote.transfers.at(-1)?.number ?? 0)) {
    const told = tagsAt(was, domain, path).get(reference);
    if (told !== undefined) return told;
  }
  return view.remote.transfers.findLast(
    (one) => one.number < number && one.domain === domain && one.path === path && one.reference === reference && one.failure === undefined,
  )?.target;
}

/** Repositories of Docker Hub that this machine's transfers told of, with the tags and digests they found or left there. */
export function knownOfHub(view: MachineView): Map<string, Map<string, string>> {
  const out = new Map<string, Map<string, string>>();
  for (const { domain, path, reference, target, failure } of view.remote.transfers) {
    if (domain !== 'docker.io' || target === undefined || failure !== undefined) continue;
    const tags = out.get(path) ?? new Map<string, string>();
    tags.set(reference.startsWith('sha256:') ? `@${reference.slice(7, 14)}` : reference, target);
    out.set(path, tags);
  }
  return out;
}
