import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { type LongOption, readOptions } from '../options.ts';

interface Request {
  short: string;
  readonly long: Record<string, LongOption>;
  name: string;
  readonly quiet: boolean;
  readonly silent: boolean;
  readonly quote: boolean;
  readonly shell: 'sh' | 'csh';
}

/** getopt: reads options for shell scripts and prints them in order, quoted. */
export function* getopt(a: Call): Run {
  if (a.args.length === 0) {
    if (a.p.env.has('GETOPT_COMPATIBLE')) {
      yield* a.line(' --');
      return 0;
    }
    return a.die('missing optstring argument');
  }
  if (!a.args[0]!.startsWith('-')) {
    const [short, ...words] = a.args as [string, ...string[]];
    return yield* answer(
      a,
      { short: short.replace(/^[-+]+/, ''), long: {}, name: 'getopt', quiet: false, silent: false, quote: false, shell: 'sh' },
      words,
    );
  }
  const o = a.options('+o:n:qQs:Tual:', {
    long: {
      options: { as: 'o', arg: 'required' },
      longoptions: { as: 'l', arg: 'required' },
      quiet: { as: 'q' },
      'quiet-output': { as: 'Q' },
      shell: { as: 's', arg: 'required' },
      test: { as: 'T' },
      unquoted: { as: 'u' },
      alternative: { as: 'a' },
      name: { as: 'n', arg: 'required' },
    },
  });
  if (o.has('T')) return 4;
  const long: Record<string, LongOption> = {};
  for (const list of o.values('l')) {
    for (const word of list.split(/[ \t\n,]+/).filter((each) => each !== '')) {
      const name = word.replace(/::?$/, '');
      if (name === '') a.die('empty long option specified');
      long[name] = {
        as: `--${name}`,
        group: 'all',
        ...(word.endsWith('::') ? { arg: 'optional' } : word.endsWith(':') ? { arg: 'required' } : {}),
      };
    }
  }
  const shell = o.value('s') ?? 'bash';
  if (!['sh', 'bash', 'csh', 'tcsh'].includes(shell)) yield* a.complain(`unknown shell '${shell}', assuming bash`);
  const words = [...o.rest];
  const short = o.value('o') ?? words.shift() ?? a.die('missing optstring argument');
  const request: Request = {
    short,
    long,
    name: o.value('n') ?? 'getopt',
    quiet: o.has('q'),
    silent: o.has('Q'),
    quote: !o.has('u'),
    shell: shell.endsWith('csh') ? 'csh' : 'sh',
  };
  return yield* answer(a, request, o.has('a') ? words.map((word) => alternative(word, request)) : words);
}

/** With -a a long option may begin with one dash, when it is no short option. */
function alternative(word: string, { short, long }: Request): string {
  const name = word.slice(1).split('=')[0]!;
  return /^-[^-]/.test(word) && name in long && !(name.length === 1 && short.includes(name)) ? `-${word}` : word;
}

function* answer(a: Call, request: Request, words: readonly string[]): Run {
  const quote = (text: string): string => (request.quote ? quoted(text, request.shell) : text);
  const takes = (key: string): boolean => {
    if (key.startsWith('--')) return request.long[key.slice(2)]?.arg !== undefined;
    return request.short[request.short.indexOf(key) + 1] === ':';
  };
  let text = '';
  let status = 0;
  const posix = a.p.env.has('POSIXLY_CORRECT') || request.short.startsWith('+');
  const inPlace = request.short.startsWith('-');
  const short = request.short.replace(/^[+-]/, '');
  let rest: string[] = [];
  let left = [...words];
  while (left.length > 0) {
    const word = left[0]!;
    if (word === '--') {
      rest.push(...left.slice(1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      left = left.slice(1);
      if (inPlace) text += ` ${quote(word)}`;
      else rest.push(word);
      if (posix) {
        rest = [...rest, ...left];
        break;
      }
      continue;
    }
    const found = readOptions(left, `+${short}`, request.long);
    if (typeof found === 'string') {
      status = 1;
      if (!request.quiet) yield* a.warn(`${request.name}: ${found}\n`);
      left = [...withoutLetter(left[0]!, found), ...left.slice(1)];
      continue;
    }
    for (const [key, value] of found.given) text += ` ${key.startsWith('--') ? key : `-${key}`}${takes(key) ? ` ${quote(value)}` : ''}`;
    left = found.rest;
    if (found.ended) {
      rest.push(...left);
      break;
    }
  }
  if (request.silent) return status;
  yield* a.line(`${text} --${rest.map((word) => ` ${quote(word)}`).join('')}`);
  return status;
}

/** What is left of a word of letters after one of them was complained about. */
function withoutLetter(word: string, complaint: string): string[] {
  const letter = /^invalid option -- '(.)'$/.exec(complaint)?.[1];
  const left = letter === undefined || word.startsWith('--') ? '-' : word.replace(letter, '');
  return left === '-' ? [] : [left];
}

function quoted(text: string, shell: 'sh' | 'csh'): string {
  let out = text.replaceAll("'", "'\\''");
  if (shell === 'csh') out = out.replace(/[!\n\s]/g, (char) => (char === '\n' ? "'\\n'" : `'\\${char}'`));
  return `'${out}'`;
}
