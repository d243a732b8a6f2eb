// What Tab could make of the word before the cursor: commands, docker's words, flags and their values, the engine's things, paths.
// Knows the shell's words, docker's recorded help, the engine's state and the catalogue. Refuses to know keys and how a list is drawn.
import type { Completion } from '../../session/engine-session.ts';
import { completion, type Found, found } from './candidate.ts';
import { dockerWords } from './docker.ts';
import { type Front, innerShell } from './inner-shell.ts';
import { paths } from './paths.ts';
import type { Place } from './place.ts';
import { builtinArguments, commands, options, variables } from './shell.ts';
import { type Line, lineAt } from './words.ts';

interface Terminals {
  terminal(id: number): Place & Front;
}

/** `terminal` is the one at whose prompt the line stands. */
export async function completeLine(session: Terminals, line: string, cursor: number, terminal = 0): Promise<Completion> {
  const front = session.terminal(terminal);
  const at = lineAt(line.slice(0, cursor));
  const inside = innerShell(front);
  const list = front.running === undefined ? await candidates(front, at) : inside === undefined ? found([]) : inContainer(inside, at);
  return completion(list, at.typed, cursor);
}

/** What BusyBox's shell completes: commands, paths, and after `cd` directories. Source: libbb/lineedit.c. */
function inContainer(place: Place, { words, typed }: Line): Found {
  if (typed.role === 'command') return commandWord(place, typed);
  return paths(place, typed, words[0] === 'cd' && typed.role === 'argument' ? { directories: true } : {});
}

const commandWord = (place: Place, typed: Line['typed']): Found =>
  typed.text.includes('/')
    ? paths(place, typed, { executable: true })
    : found([...commands(place), ...paths(place, typed, { directories: true }).list]);

async function candidates(place: Place, { words, typed }: Line): Promise<Found> {
  const variable = typed.quote === "'" ? undefined : /\$(\{)?\w*$/.exec(typed.raw);
  if (variable) return found(variables(place, variable[1] !== undefined), variable.index);
  if (typed.role === 'redirect') return paths(place, typed);
  if (typed.role === 'command') return commandWord(place, typed);
  const [command = '', ...rest] = words;
  if (command === 'docker') return dockerWords(place, rest, typed);
  if (typed.text.startsWith('-')) {
    const list = await options(place, command);
    if (list.length > 0) return found(list);
  }
  const own = builtinArguments(place, command);
  if (own !== undefined) return found(own);
  return paths(place, typed, command === 'cd' || command === 'rmdir' ? { directories: true } : {});
}
