// Words of the shell itself: commands, variables, and the options of the programs on the host.
import { decodeText, SysError } from '../../../engine/kernel/index.ts';
import type { Candidate } from './candidate.ts';
import { names } from './paths.ts';
import type { Place } from './place.ts';

/** Everything that could be run by its name. */
export function commands(place: Place): Candidate[] {
  const { functions, builtins, aliases } = shellNames(place);
  const path = (place.process.env.get('PATH') ?? '').split(':');
  return [
    ...functions.map((text): Candidate => ({ text: decodeText(text), kind: 'command', note: 'function' })),
    ...aliases.map((text): Candidate => ({ text: decodeText(text), kind: 'command', note: 'alias' })),
    ...builtins.map((text): Candidate => ({ text: decodeText(text), kind: 'command', note: 'builtin' })),
    ...path.flatMap((dir) => names(place.process, dir).map((text): Candidate => ({ text: decodeText(text), kind: 'command' }))),
  ];
}

const shellNames = (place: Place) => place.shell?.completions() ?? { functions: [], builtins: [], aliases: [], variables: [] };

/** `$NAM`: the variables, from the dollar on. */
export function variables(place: Place, braced: boolean): Candidate[] {
  const all = new Set([...shellNames(place).variables, ...place.process.env.keys()]);
  return [...all].map((name): Candidate => {
    const value = place.shell?.variable(name);
    const text = braced ? `\${${decodeText(name)}}` : `$${decodeText(name)}`;
    return { text, kind: 'variable', raw: true, ...(value === undefined || value === '' ? {} : { note: decodeText(value).slice(0, 60) }) };
  });
}

/** Arguments of builtins that take names. */
export function builtinArguments(place: Place, name: string): Candidate[] | undefined {
  const known = shellNames(place);
  const plain = (list: readonly string[]): Candidate[] => list.map((text) => ({ text: decodeText(text), kind: 'value' }));
  switch (name) {
    case 'unset':
    case 'export':
    case 'readonly':
      return plain([...known.variables, ...known.functions]);
    case 'unalias':
    case 'alias':
      return plain(known.aliases);
    case 'type':
    case 'which':
    case 'command':
    case 'exec':
      return commands(place);
    case 'kill':
    case 'trap':
      return plain(['HUP', 'INT', 'QUIT', 'KILL', 'USR1', 'USR2', 'TERM', 'STOP', 'CONT', 'TSTP']);
    default:
      return undefined;
  }
}

/** The options that a program's `--help` names; none when it is no program of BusyBox's. */
export async function options(place: Place, program: string): Promise<Candidate[]> {
  if (!exists(place, program)) return [];
  const { usageText } = await import('../../../engine/programs/busybox/usage/index.ts');
  const out: Candidate[] = [];
  for (const line of usageText(program).split('\n')) {
    const [, left, note] = /^\t(-\S.*?)(?:\t+(.*))?$/.exec(line) ?? [];
    if (left === undefined) continue;
    for (const spelling of left.split(/,\s*/)) {
      const [, text] = /^(-{1,2}[A-Za-z0-9][\w-]*)/.exec(spelling) ?? [];
      if (text !== undefined) out.push({ text, kind: 'flag', shown: spelling.trim(), ...(note === undefined ? {} : { note }) });
    }
  }
  return out;
}

function exists(place: Place, program: string): boolean {
  return (place.process.env.get('PATH') ?? '').split(':').some((dir) => {
    try {
      return place.process.fs.stat(`${dir}/${program}`).kind === 'file';
    } catch (error) {
      if (error instanceof SysError) return false;
      throw error;
    }
  });
}
