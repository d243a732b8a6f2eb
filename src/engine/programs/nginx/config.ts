import { errnoNumber, fromBytes, type Process, SysError } from '../../kernel/index.ts';
import { kindOf } from './directives.ts';
import { ending, type Source, type Token, tokensOf } from './lexer.ts';
import { ConfigProblem, problem } from './problem.ts';

/** A directive as it stands in the configuration; includes are already in their place. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly file: string | undefined;
  readonly line: number;
  readonly block?: readonly Directive[];
}

const LETTERS: Readonly<Record<string, string>> = { events: 'e', http: 'h', server: 's', location: 'l', if: 'i', upstream: 'u' };
/** Blocks whose lines are data, not directives. */
const DATA = new Set(['types', 'map', 'geo', 'split_clients']);
const MAX_DIRECTIVES = 20_000;
const MAX_DEPTH = 20;

/** Reads configurations with their includes, and refuses what nginx refuses. */
export class ConfigReader {
  readonly #p: Process;
  readonly #prefix: string;
  readonly files: { readonly path: string; readonly text: string }[] = [];
  #count = 0;

  /** `prefix`: the directory that relative paths of includes start from, with its slash. */
  constructor(p: Process, prefix: string) {
    this.#p = p;
    this.#prefix = prefix;
  }

  /** A configuration file. Throws ConfigProblem. */
  file(path: string): Directive[] {
    return this.#block(this.#source(path, ''), 'm', 0);
  }
  /** What `-g` gives. Throws ConfigProblem. */
  commandLine(text: string): Directive[] {
    return this.#block({ file: undefined, text }, 'm', 0);
  }

  #source(path: string, where: string): Source {
    try {
      const text = fromBytes(this.#p.fs.readFile(path, 4 * 1024 * 1024));
      if (!this.files.some((each) => each.path === path)) this.files.push({ path, text });
      return { file: path, text };
    } catch (error) {
      if (error instanceof SysError)
        throw new ConfigProblem(`open() "${path}" failed (${errnoNumber(error.errno)}: ${error.message})${where}`);
      throw error;
    }
  }

  #block(source: Source, where: string, depth: number): Directive[] {
    const tokens = tokensOf(source);
    const at = { index: 0 };
    const out = this.#directives(source, tokens, at, where, depth, false);
    return out;
  }

  #directives(source: Source, tokens: readonly Token[], at: { index: number }, where: string, depth: number, inside: boolean): Directive[] {
    const out: Directive[] = [];
    const { file } = source;
    if (depth > MAX_DEPTH) throw new ConfigProblem(`too many levels of includes or blocks in ${file ?? 'command line'}`);
    for (;;) {
      const first = tokens[at.index];
      if (first === undefined) {
        if (inside) problem(ending(file, false), file, source.text.split('\n').length - (source.text.endsWith('\n') ? 0 : 0));
        return out;
      }
      if (first.mark) {
        if (first.text !== '}' || !inside) problem(`unexpected "${first.text}"`, file, first.line);
        at.index++;
        return out;
      }
      if (++this.#count > MAX_DIRECTIVES) throw new ConfigProblem('too many directives');
      const words: Token[] = [];
      while (tokens[at.index] !== undefined && !tokens[at.index]!.mark) words.push(tokens[at.index++]!);
      const end = tokens[at.index++];
      const line = end?.line ?? first.line;
      const [name, ...args] = words.map(({ text }) => text);
      if (where === 'data') {
        if (name === 'include') out.push(...this.#include(args[0] ?? '', file, line, where, depth));
        else out.push({ name: name!, args, file, line });
        continue;
      }
      out.push(...this.#directive(source, tokens, at, { name: name!, args, line, opens: end?.text === '{' }, where, depth, out));
    }
  }

  #directive(
    source: Source,
    tokens: readonly Token[],
    at: { index: number },
    { name, args, line, opens }: { name: string; args: string[]; line: number; opens: boolean },
    where: string,
    depth: number,
    before: readonly Directive[],
  ): readonly Directive[] {
    const { file } = source;
    const fail = (message: string): never => problem(message, file, line);
    // In an upstream, `server` is an address.
    if (where === 'u' && name === 'server') {
      if (args.length === 0) fail('invalid number of arguments in "server" directive');
      return [{ name, args, file, line }];
    }
    const kind = kindOf(name);
    if (kind === undefined) return fail(`unknown directive "${name}"`);
    if (!kind.where.includes(where)) fail(`"${name}" directive is not allowed here`);
    if (kind.block && !opens) fail(`directive "${name}" has no opening "{"`);
    if (!kind.block && opens) fail(`directive "${name}" is not terminated by ";"`);
    if (args.length < kind.least || args.length > kind.most) fail(`invalid number of arguments in "${name}" directive`);
    if (kind.flag && !/^(on|off)$/i.test(args[0]!)) fail(`invalid value "${args[0]}" in "${name}" directive, it must be "on" or "off"`);
    if (!kind.simulated) throw new ConfigProblem(`strata: "${name}" directive is not simulated in ${file ?? 'command line'}:${line}`);
    if (name === 'include') return this.#include(args[0]!, file, line, where, depth);
    if (!kind.repeats && before.some((other) => other.name === name))
      fail(kind.block && where !== 'm' ? `"${name}" directive is duplicate` : `"${name}" directive is duplicate`);
    if (!kind.block) return [{ name, args, file, line }];
    const inner = DATA.has(name) ? 'data' : (LETTERS[name] ?? where);
    return [{ name, args, file, line, block: this.#directives(source, tokens, at, inner, depth + 1, true) }];
  }

  #include(pattern: string, file: string | undefined, line: number, where: string, depth: number): Directive[] {
    const path = pattern.startsWith('/') ? pattern : `${this.#prefix}${pattern}`;
    if (!/[*?[]/.test(path)) return this.#block(this.#source(path, ` in ${file ?? 'command line'}:${line}`), where, depth + 1);
    return this.#matching(path).flatMap((each) => this.#block(this.#source(each, ` in ${file}:${line}`), where, depth + 1));
  }
  /** Files of a pattern whose directories may hold stars too, in order. */
  #matching(pattern: string): string[] {
    let found = [''];
    for (const part of pattern.split('/').slice(1)) {
      if (!/[*?[]/.test(part)) found = found.map((dir) => `${dir}/${part}`);
      else {
        const source = part
          .replace(/[.+^${}()|\\]/g, '\\$&')
          .replace(/\*/g, '[^/]*')
          .replace(/\?/g, '[^/]');
        const matches = new RegExp(`^${source}$`);
        found = found.flatMap((dir) =>
          this.#names(dir || '/')
            .filter((name) => !name.startsWith('.') && matches.test(name))
            .map((name) => `${dir}/${name}`),
        );
      }
    }
    return found.filter((path) => this.#p.fs.exists(path));
  }
  #names(dir: string): readonly string[] {
    try {
      return this.#p.fs.readdir(dir);
    } catch (error) {
      if (error instanceof SysError) return [];
      throw error;
    }
  }
}

/** The blocks of this name. */
export const blocks = (directives: readonly Directive[], name: string): Directive[] =>
  directives.filter((each) => each.name === name && each.block !== undefined);
export const argsOf = (directives: readonly Directive[], name: string): readonly string[] | undefined =>
  directives.find((each) => each.name === name)?.args;
