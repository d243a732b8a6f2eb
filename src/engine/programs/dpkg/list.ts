import type { Stanza } from './database.ts';

/** Columns where a terminal tells none. */
const COLUMNS = 80;

const HEAD = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
`;

const WANTS: Readonly<Record<string, string>> = { install: 'i', deinstall: 'r', hold: 'h', purge: 'p', unknown: 'u' };
const STATES: Readonly<Record<string, string>> = {
  installed: 'i',
  'config-files': 'c',
  unpacked: 'U',
  'half-configured': 'F',
  'half-installed': 'H',
  'not-installed': 'n',
};

const summaryOf = (stanza: Stanza): string => (stanza.fields.get('Description') ?? '').split('\n')[0]!;
const row = (stanza: Stanza): [string, string, string, string] => [
  stanza.qualified,
  stanza.version,
  stanza.architecture,
  summaryOf(stanza),
];

/** dpkg -l: a table as wide as its contents; on a terminal cut to its columns. */
export function table(stanzas: readonly Stanza[], columns: number | undefined): string {
  const rows = stanzas.map(row);
  const widest = (at: 0 | 1 | 2 | 3, least: number): number => Math.max(least, ...rows.map((each) => each[at].length));
  let name = widest(0, 14);
  let version = widest(1, 12);
  const architecture = widest(2, 12);
  let description = widest(3, 33);
  if (columns !== undefined) {
    const room = Math.max(columns, COLUMNS) - 4 - architecture - 3;
    if (name + version + description > room) {
      name = Math.min(name, Math.max(14, Math.floor(room * 0.25)));
      version = Math.min(version, Math.max(12, Math.floor(room * 0.25)));
      description = Math.max(8, room - name - version);
    }
  }
  const cells = (a: string, b: string, c: string, d: string): string =>
    `${a.slice(0, name).padEnd(name)} ${b.slice(0, version).padEnd(version)} ${c.padEnd(architecture)} ${d.slice(0, description)}`;
  const lines = rows.map((each, i) => {
    const [want = '', , state = ''] = stanzas[i]!.status.split(' ');
    return `${WANTS[want] ?? 'u'}${STATES[state] ?? 'n'}  ${cells(...each)}\n`;
  });
  const rule = `+++-${'='.repeat(name)}-${'='.repeat(version)}-${'='.repeat(architecture)}-${'='.repeat(description)}\n`;
  return `${HEAD}||/ ${cells('Name', 'Version', 'Architecture', 'Description')}\n${rule}${lines.join('')}`;
}
