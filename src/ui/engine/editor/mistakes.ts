// Errors of a Dockerfile in their place, with the mending that the message itself proposes.
import type { Dockerfile, DockerfileError } from '../../../engine/dockerfile/index.ts';
import type { Fix, Problem } from '../../session/queries/editor.ts';
import { headOf, replacing } from './context.ts';
import { escaped, type Range, type Source } from './source.ts';

/** What the message names, as a pattern to look for in the instruction. */
const named: readonly (readonly [RegExp, (word: string) => RegExp])[] = [
  [/unknown instruction: (\S+)/, (word) => new RegExp(`^${escaped(word)}`)],
  [/unknown flag: (--[\w-]+)/, (word) => new RegExp(`${escaped(word)}(?=[=\\s]|$)`)],
  [/unexpected key '([^']+)' in/, (word) => new RegExp(`[=,](${escaped(word)})=`, 'i')],
  [/unsupported (?:mount type|sharing value) "([^"]+)"/, (word) => new RegExp(`=(${escaped(word)})(?=[,\\s]|$)`, 'i')],
];

function placeOf(source: Source, dockerfile: Dockerfile, { message, locations }: DockerfileError): { whole: Range; exact?: Range } {
  const lines = locations[0] ?? { start: source.lines, end: source.lines };
  const node = dockerfile.ast.find((one) => one.lines.start === lines.start);
  const whole = node === undefined ? source.trimmed(lines) : headOf(source, dockerfile, node);
  for (const [pattern, search] of named) {
    const word = pattern.exec(message)?.[1];
    const exact = word === undefined ? undefined : source.find(whole, search(word));
    if (exact !== undefined) return { whole, exact };
  }
  return { whole };
}

export function mistake(source: Source, dockerfile: Dockerfile, error: DockerfileError): Problem {
  const { whole, exact } = placeOf(source, dockerfile, error);
  const better = /did you mean (\S+?)\?/.exec(error.message)?.[1];
  const fixes: Fix[] = [];
  if (exact !== undefined && better !== undefined) {
    const old = source.text.slice(exact.from, exact.to);
    fixes.push(replacing('use', exact, old.startsWith('--') ? `--${better}` : old === old.toLowerCase() ? better.toLowerCase() : better));
  }
  const { from, to } = exact ?? whole;
  return { rule: '', severity: 'error', message: error.message, from, to, line: source.lineOf(from), url: '', fixes };
}
