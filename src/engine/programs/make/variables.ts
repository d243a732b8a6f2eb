import type { Process, Step } from '../../kernel/index.ts';
import { readText } from '../package-data/index.ts';

/** A variable: expanded when it is used, or already. */
interface Variable {
  readonly value: string;
  readonly recursive: boolean;
  /** The command line's values win over the file's. */
  readonly fixed: boolean;
}

const MAX_DEPTH = 60;

/** make's variables and functions. `shell` runs a command and gives its output. */
export class Variables {
  readonly #all = new Map<string, Variable>();
  readonly #p: Process;
  readonly shell: (command: string) => Step<string>;

  constructor(p: Process, shell: (command: string) => Step<string>) {
    this.#p = p;
    this.shell = shell;
    for (const [name, value] of p.env) this.#all.set(name, { value, recursive: false, fixed: false });
    const defaults = {
      CC: 'cc',
      CXX: 'g++',
      AR: 'ar',
      RM: 'rm -f',
      MAKE: 'make',
      SHELL: '/bin/sh',
      ARFLAGS: '-rv',
      CURDIR: p.cwd,
      MAKEFILE_LIST: ' Makefile',
    };
    for (const [name, value] of Object.entries(defaults))
      if (!this.#all.has(name) || name === 'SHELL' || name === 'CURDIR') this.#all.set(name, { value, recursive: true, fixed: false });
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }
  set(name: string, value: string, how: { recursive?: boolean; fixed?: boolean } = {}): void {
    if (this.#all.get(name)?.fixed === true && how.fixed !== true) return;
    this.#all.set(name, { value, recursive: how.recursive ?? false, fixed: how.fixed ?? false });
  }
  /** `+=`: keeps how the variable is expanded. */
  *append(name: string, value: string): Step<void> {
    const old = this.#all.get(name);
    const added = old !== undefined && !old.recursive ? yield* this.expand(value) : value;
    this.set(name, old === undefined ? added : `${old.value} ${added}`, { recursive: old?.recursive ?? true });
  }

  /** Replaces `$(NAME)`, `$x`, `$(function …)` and `$$`; `local` holds automatic variables. */
  *expand(text: string, local: ReadonlyMap<string, string> = new Map(), depth = 0): Step<string> {
    if (depth > MAX_DEPTH) return '';
    let out = '';
    for (let at = 0; at < text.length; ) {
      const dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar === text.length - 1) return out + text.slice(at);
      out += text.slice(at, dollar);
      const next = text[dollar + 1]!;
      if (next === '$') {
        out += '$';
        at = dollar + 2;
      } else if (next === '(' || next === '{') {
        const end = closing(text, dollar + 1);
        out += yield* this.#reference(text.slice(dollar + 2, end), local, depth + 1);
        at = end + 1;
      } else {
        out += yield* this.#value(next, local, depth + 1);
        at = dollar + 2;
      }
    }
    return out;
  }

  *#value(name: string, local: ReadonlyMap<string, string>, depth: number): Step<string> {
    const own = local.get(name);
    if (own !== undefined) return own;
    const found = this.#all.get(name);
    if (found === undefined) return '';
    return found.recursive ? yield* this.expand(found.value, local, depth) : found.value;
  }

  *#reference(inner: string, local: ReadonlyMap<string, string>, depth: number): Step<string> {
    const [, name, rest] = /^([a-z-]+)[ \t]+([\s\S]*)$/.exec(inner) ?? [];
    if (name !== undefined && FUNCTIONS.has(name)) return yield* this.#function(name, rest ?? '', local, depth);
    const plain = yield* this.expand(inner, local, depth);
    const [, base, from, to] = /^([^:]+):([^=]*)=(.*)$/.exec(plain) ?? [];
    if (base === undefined) {
      const part = /^([@<^*?+|])([DF])$/.exec(plain);
      if (part === null) return yield* this.#value(plain, local, depth);
      const value = local.get(part[1]!) ?? '';
      return words(value)
        .map((word) =>
          part[2] === 'D' ? (word.includes('/') ? word.slice(0, word.lastIndexOf('/')) : '.') : word.slice(word.lastIndexOf('/') + 1),
        )
        .join(' ');
    }
    const value = yield* this.#value(base, local, depth);
    const pattern = from!.includes('%') ? from! : `%${from}`;
    return words(value)
      .map((word) => substitute(word, pattern, from!.includes('%') ? to! : `%${to}`))
      .join(' ');
  }

  *#function(name: string, rest: string, local: ReadonlyMap<string, string>, depth: number): Step<string> {
    const raw = splitArguments(rest);
    if (name === 'foreach') {
      const variable = yield* this.expand(raw[0] ?? '', local, depth);
      const out: string[] = [];
      for (const word of words(yield* this.expand(raw[1] ?? '', local, depth)))
        out.push(yield* this.expand(raw.slice(2).join(','), new Map([...local, [variable.trim(), word]]), depth));
      return out.join(' ');
    }
    if (name === 'if')
      return (yield* this.expand(raw[0] ?? '', local, depth)).trim() !== ''
        ? yield* this.expand(raw[1] ?? '', local, depth)
        : yield* this.expand(raw.slice(2).join(','), local, depth);
    const args: string[] = [];
    for (const each of raw) args.push(yield* this.expand(each, local, depth));
    const [a = '', b = '', c = ''] = args;
    switch (name) {
      case 'shell':
        return (yield* this.shell(args.join(','))).replace(/\n+$/, '').replaceAll('\n', ' ');
      case 'wildcard':
        return words(a)
          .flatMap((pattern) => this.#glob(pattern))
          .join(' ');
      case 'patsubst':
        return words(c)
          .map((word) => substitute(word, a, b))
          .join(' ');
      case 'subst':
        return c.split(a).join(b);
      case 'strip':
        return words(a).join(' ');
      case 'filter':
      case 'filter-out':
        return words(b)
          .filter((word) => words(a).some((pattern) => stem(word, pattern) !== undefined) === (name === 'filter'))
          .join(' ');
      case 'notdir':
        return words(a)
          .map((word) => word.slice(word.lastIndexOf('/') + 1))
          .join(' ');
      case 'dir':
        return words(a)
          .map((word) => (word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './'))
          .join(' ');
      case 'basename':
        return words(a)
          .map((word) => word.replace(/\.[^./]*$/, ''))
          .join(' ');
      case 'suffix':
        return words(a)
          .flatMap((word) => /\.[^./]*$/.exec(word)?.[0] ?? [])
          .join(' ');
      case 'addprefix':
        return words(b)
          .map((word) => a + word)
          .join(' ');
      case 'addsuffix':
        return words(b)
          .map((word) => word + a)
          .join(' ');
      case 'sort':
        return [...new Set(words(a))].sort().join(' ');
      case 'word':
        return words(b)[Number(a) - 1] ?? '';
      case 'words':
        return String(words(a).length);
      case 'firstword':
        return words(a)[0] ?? '';
      case 'lastword':
        return words(a).at(-1) ?? '';
      case 'findstring':
        return b.includes(a) ? a : '';
      case 'abspath':
      case 'realpath':
        return words(a)
          .map((word) => (word.startsWith('/') ? word : `${this.#p.cwd}/${word}`))
          .join(' ');
      case 'info':
      case 'warning':
        yield* this.#p.write(name === 'info' ? 1 : 2, `${a}\n`);
        return '';
      case 'error':
        throw new MakeError(`${args.join(',')}.  Stop.`);
      case 'file':
        return readText(this.#p, a.replace(/^</, '').trim()) ?? '';
    }
    return '';
  }

  #glob(pattern: string): string[] {
    if (!/[*?[]/.test(pattern)) return this.#p.fs.exists(pattern) ? [pattern] : [];
    const at = pattern.lastIndexOf('/');
    const dir = at < 0 ? '.' : pattern.slice(0, at) || '/';
    if (!this.#p.fs.exists(dir)) return [];
    const name = new RegExp(
      `^${pattern
        .slice(at + 1)
        .replace(/[.+^$(){}|\\]/g, '\\$&')
        .replaceAll('*', '[^/]*')
        .replaceAll('?', '[^/]')}$`,
    );
    return this.#p.fs
      .readdir(dir)
      .filter((each) => name.test(each) && !each.startsWith('.'))
      .map((each) => (at < 0 ? each : `${pattern.slice(0, at + 1)}${each}`));
  }
}

/** Ends make: `make: *** ` and this. */
export class MakeError extends Error {}

const FUNCTIONS = new Set(
  'shell wildcard patsubst subst strip filter filter-out notdir dir basename suffix addprefix addsuffix sort word words firstword lastword findstring foreach if info warning error abspath realpath file'.split(
    ' ',
  ),
);

export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** What `%` stands for; undefined when the word does not fit. */
export function stem(word: string, pattern: string): string | undefined {
  const at = pattern.indexOf('%');
  if (at < 0) return word === pattern ? '' : undefined;
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
  return word.length >= before.length + after.length && word.startsWith(before) && word.endsWith(after)
    ? word.slice(before.length, word.length - after.length)
    : undefined;
}
const substitute = (word: string, from: string, to: string): string => {
  const found = stem(word, from);
  return found === undefined ? word : to.replace('%', found);
};

function closing(text: string, open: number): number {
  const [left, right] = text[open] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === left) depth++;
    else if (text[at] === right && --depth === 0) return at;
  }
  throw new MakeError('unterminated variable reference.  Stop.');
}

function splitArguments(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '{') depth++;
    else if (text[at] === ')' || text[at] === '}') depth--;
    else if (text[at] === ',' && depth === 0) {
      out.push(text.slice(start, at));
      start = at + 1;
    }
  }
  out.push(text.slice(start));
  return out;
}
