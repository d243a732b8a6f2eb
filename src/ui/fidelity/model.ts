// The fidelity page's model: every command, flag and instruction with how exact it is, from the recordings and the notes beside them.
import type { FidelityNotes, LedgerFacts } from '../../course/schema/fidelity.ts';

/** `unrecorded`: simulated and tested, but no recording of the real Docker shows it yet. */
export type Status = 'exact' | 'simplified' | 'not-simulated' | 'unrecorded';

export interface Rated {
  readonly name: string;
  readonly cases: number;
  readonly status: Status;
}
export interface RatedCommand extends Rated {
  readonly also: readonly string[];
  readonly flags: readonly Rated[];
}
export type GroupId = 'images' | 'build' | 'containers' | 'volumes' | 'networks' | 'registries' | 'system' | 'other';
export interface Group {
  readonly id: GroupId;
  readonly commands: readonly RatedCommand[];
}

const GROUPS: readonly (readonly [GroupId, RegExp])[] = [
  ['build', /^(?:build|builder|buildx)(?: |$)/],
  ['containers', /^container /],
  ['images', /^image /],
  ['volumes', /^volume /],
  ['networks', /^network /],
  ['registries', /^(?:manifest |login|logout|search|pull|push)/],
  ['system', /^(?:system |version|info|events|inspect)/],
];

export function rate(ledger: LedgerFacts, notes: FidelityNotes): { groups: Group[]; instructions: RatedCommand[] } {
  const noteFor = (kind: 'commands' | 'instructions', name: string, flag?: string): Status | undefined =>
    notes.differences.find(
      (note) =>
        note[kind].includes(name) &&
        (flag === undefined
          ? note.flags.length === 0
          : note.flags.length === 0
            ? note.status === 'not-simulated'
            : note.flags.includes(flag)),
    )?.status;
  const status = (noted: Status | undefined, cases: number): Status => noted ?? (cases > 0 ? 'exact' : 'unrecorded');

  const commands = ledger.commands.map(({ name, also, simulated, cases, flags }): RatedCommand => {
    const own: Status = simulated ? status(noteFor('commands', name), cases) : 'not-simulated';
    const rated = flags.map((flag) => ({
      ...flag,
      status: own === 'not-simulated' ? own : status(noteFor('commands', name, flag.name), flag.cases),
    }));
    return { name, also, cases, status: own, flags: rated };
  });
  const groupOf = ({ name, also }: RatedCommand): GroupId =>
    GROUPS.find(([, pattern]) => [name, ...also].some((spelling) => pattern.test(spelling)))?.[0] ?? 'other';
  const ids: readonly GroupId[] = ['images', 'build', 'containers', 'volumes', 'networks', 'registries', 'system', 'other'];
  const groups = ids.map((id) => ({ id, commands: commands.filter((command) => groupOf(command) === id) }));
  const instructions = ledger.instructions.map(({ name, cases, flags }): RatedCommand => {
    const rated = flags.map((flag) => ({ ...flag, status: status(noteFor('instructions', name, flag.name), flag.cases) }));
    return { name, also: [], cases, status: status(noteFor('instructions', name), cases), flags: rated };
  });
  return { groups: groups.filter((group) => group.commands.length > 0), instructions };
}

/** How many of a list have each status. */
export function tally(list: readonly { readonly status: Status }[]): Readonly<Record<Status, number>> {
  const count = { exact: 0, simplified: 0, 'not-simulated': 0, unrecorded: 0 };
  for (const { status } of list) count[status]++;
  return count;
}
