import type { Daemon } from '../daemon/index.ts';
import type { Step } from '../kernel/index.ts';
import { DEFAULT_DOMAIN } from '../reference/index.ts';
import type { Hub } from './hub.ts';
import type { HubEntry } from './part.ts';

/** How well a repository answers a search: nothing, somewhere in its description, in its name, its name. */
function closeness({ name, description }: HubEntry, term: string): number {
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (name === term) return 4;
  if (last === term) return 3;
  if (name.includes(term)) return 2;
  return description.toLowerCase().includes(term) ? 1 : 0;
}

/** Repositories whose name or description has a term, official ones first, then by how close the name is and by stars. */
export function* searchHub(hub: Hub, daemon: Daemon, term: string): Step<HubEntry[]> {
  const wanted = term.toLowerCase().replace(/^library\//, '');
  const all: HubEntry[] = [...(yield* hub.entries())];
  for (const name of daemon.network.registries.get(DEFAULT_DOMAIN)?.repositories.keys() ?? [])
    all.push({ name, description: '', stars: 0 });
  return all
    .map((entry) => ({ entry, close: closeness(entry, wanted) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => rank(b) - rank(a) || b.entry.stars - a.entry.stars || (a.entry.name < b.entry.name ? -1 : 1))
    .map(({ entry }) => entry);
}

const rank = ({ entry, close }: { entry: HubEntry; close: number }): number =>
  (close === 4 ? 100 : 0) + (entry.badge === 'official' && close > 1 ? 10 : 0) + (close > 1 ? 5 : 0);
