import { ShellComplaint } from '../errors.ts';
import { isVariableName } from '../variables.ts';
import type { Builtin } from './registry.ts';

export const getopts: Builtin = function* (shell, { argv }) {
  const [, spec, name, ...given] = argv;
  if (spec === undefined || name === undefined) throw new ShellComplaint('usage: getopts optstring var [arg]');
  if (!isVariableName(name)) throw new ShellComplaint(`${name}: bad variable name`);
  const { parameters } = shell;
  const words = given.length > 0 ? given : parameters.list;
  const silent = spec.startsWith(':');
  const letters = silent ? spec.slice(1) : spec;
  const { variables } = shell;

  let index = parameters.optionIndex;
  let offset = parameters.optionOffset;
  if (index > words.length + 1) {
    index = 1;
    offset = -1;
  }
  const finish = (letter: string, done: boolean): number => {
    variables.set('OPTIND', String(index));
    parameters.optionIndex = index;
    parameters.optionOffset = done ? -1 : offset;
    variables.set(name, letter);
    return done ? 1 : 0;
  };
  let word = index >= 2 ? words[index - 2] : undefined;
  if (word === undefined || offset < 0 || word.length <= offset) {
    word = words[index - 1];
    if (word === undefined || !word.startsWith('-') || word === '-') return end();
    index++;
    if (word === '--') return end();
    offset = 1;
  }
  const letter = word[offset++]!;
  const place = letter === ':' ? -1 : letters.indexOf(letter);
  if (place < 0) {
    if (silent) variables.set('OPTARG', letter);
    else {
      yield* shell.print(2, `Illegal option -${letter}\n`);
      variables.unset('OPTARG');
    }
    return finish('?', false);
  }
  if (letters[place + 1] !== ':') {
    variables.set('OPTARG', '');
    return finish(letter, false);
  }
  let value: string | undefined = word.slice(offset);
  if (value === '') {
    value = words[index - 1];
    if (value === undefined) {
      offset = -1;
      if (silent) {
        variables.set('OPTARG', letter);
        return finish(':', false);
      }
      yield* shell.print(2, `No arg for -${letter} option\n`);
      variables.unset('OPTARG');
      return finish('?', false);
    }
    index++;
  }
  offset = -1;
  variables.set('OPTARG', value);
  return finish(letter, false);

  function end(): number {
    variables.unset('OPTARG');
    return finish('?', true);
  }
};
