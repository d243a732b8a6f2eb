import { decodeBytes, encodeText } from '../../go/bytes.ts';
import { toLower } from '../../go/case.ts';
import { quote } from '../../go/quote.ts';
import { isSpace, splitBlanks } from '../../go/space.ts';
import { DockerfileError } from '../error.ts';
import type { EscapeToken } from '../shell/index.ts';
import { parseJsonArray } from './json-array.ts';
import { parseWords } from './words.ts';

/** What the text behind name and flags came to. */
export interface Arguments {
  readonly args: readonly string[];
  readonly json: boolean;
}

type ArgumentParser = (text: string, escapeToken: EscapeToken) => Arguments;

const none: Arguments = { args: [], json: false };

function plain(args: readonly string[]): Arguments {
  return { args, json: false };
}

/** ENV and LABEL: `name value` when the first word has no equals sign, else `name=value …`; three arguments a pair, the third "=" or "". */
function pairs(instruction: 'ENV' | 'LABEL'): ArgumentParser {
  return (text, escapeToken) => {
    const words = parseWords(text, escapeToken);
    if (words.length === 0) return none;
    if (!words[0]!.includes('=')) {
      const parts = splitBlanks(text, 2);
      if (parts.length < 2) throw new DockerfileError('syntax', `${instruction} must have two arguments`);
      return plain([...parts, '']);
    }
    return plain(
      words.flatMap((word) => {
        const equals = word.indexOf('=');
        if (equals < 0) {
          throw new DockerfileError('syntax', `Syntax error - can't find = in ${quote(word)}. Must be of the form: name=value`);
        }
        return [word.slice(0, equals), word.slice(equals + 1), '='];
      }),
    );
  };
}

const words: ArgumentParser = (text, escapeToken) => plain(parseWords(text, escapeToken));
const oneString: ArgumentParser = (text) => (text === '' ? none : plain([text]));
const blankSeparated: ArgumentParser = (text) => (text === '' ? none : plain(splitBlanks(text)));

function execForm(text: string, otherwise: () => Arguments): Arguments {
  const array = parseJsonArray(text);
  if (array.kind === 'strings') return { args: array.strings, json: true };
  if (array.kind === 'other') return otherwise();
  throw new DockerfileError('syntax', 'when using JSON array syntax, arrays must be comprised of strings only');
}

const commandLine: ArgumentParser = (text, escapeToken) => (text === '' ? none : execForm(text, () => oneString(text, escapeToken)));
const list: ArgumentParser = (text, escapeToken) => execForm(text, () => blankSeparated(text, escapeToken));

const health: ArgumentParser = (text, escapeToken) => {
  // Bytes, not letters, are looked at: a letter one of whose bytes is 0x85 or 0xa0 has a blank in it.
  const bytes = encodeText(text);
  const isBlank = (at: number): boolean => isSpace(String.fromCharCode(bytes[at]!));
  let end = 0;
  while (end < bytes.length && !isBlank(end)) end += 1;
  if (end === 0) return none;
  let next = end;
  while (next < bytes.length && isBlank(next)) next += 1;
  const command = commandLine(decodeBytes(bytes.subarray(next)), escapeToken);
  return { args: [decodeBytes(bytes.subarray(0, end)), ...command.args], json: command.json };
};

const parsers: Readonly<Record<string, ArgumentParser>> = {
  add: list,
  arg: words,
  cmd: commandLine,
  copy: list,
  entrypoint: commandLine,
  env: pairs('ENV'),
  expose: blankSeparated,
  from: blankSeparated,
  healthcheck: health,
  label: pairs('LABEL'),
  maintainer: oneString,
  run: commandLine,
  shell: commandLine,
  stopsignal: oneString,
  user: oneString,
  volume: list,
  workdir: oneString,
};

/** The arguments of an instruction other than ONBUILD. An unknown instruction has one empty argument. Throws DockerfileError without a location. */
export function parseArguments(name: string, text: string, escapeToken: EscapeToken): Arguments {
  const key = toLower(name);
  return Object.hasOwn(parsers, key) ? parsers[key]!(text, escapeToken) : plain(['']);
}
