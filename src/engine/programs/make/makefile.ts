import type { Process, Step } from '../../kernel/index.ts';
import { readText } from '../package-data/index.ts';
import { MakeError, type Variables, words } from './variables.ts';

/** A rule: prerequisites and recipe lines, each with where it stands. */
export interface Rule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: readonly { readonly text: string; readonly line: number }[];
  readonly file: string;
  /** `::` rules are independent of each other. */
  readonly double: boolean;
}

export interface Makefile {
  readonly rules: Rule[];
  readonly patterns: Rule[];
  readonly phony: Set<string>;
  first: string | undefined;
}

const MAX_INCLUDES = 20;

/** Reads a makefile into rules and variables. Throws MakeError with file and line. */
export function* readMakefile(p: Process, variables: Variables, file: string, into: Makefile, depth = 0): Step<void> {
  const text = readText(p, file);
  if (text === undefined) throw new MakeError(`${file}: No such file or directory`);
  const lines = text.split('\n');
  const conditions: { active: boolean; taken: boolean; outer: boolean }[] = [];
  let rule:
    | { targets: string[]; prerequisites: string[]; orderOnly: string[]; recipe: { text: string; line: number }[]; double: boolean }
    | undefined;
  let define: { name: string; lines: string[] } | undefined;
  const finish = (): void => {
    if (rule === undefined) return;
    const made: Rule = { ...rule, file };
    if (made.targets[0]?.includes('%')) into.patterns.push(made);
    else if (made.targets[0] === '.PHONY') for (const name of made.prerequisites) into.phony.add(name);
    else {
      into.rules.push(made);
      into.first ??= made.targets.find((name) => !/^\.[A-Z]/.test(name) && !/^\.[a-z]+(?:\.[a-z]+)?$/.test(name));
    }
    rule = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const start = at + 1;
    let line = lines[at]!.replace(/\r$/, '');
    while (line.endsWith('\\') && at + 1 < lines.length)
      line = line.startsWith('\t')
        ? `${line}\n${lines[++at]!.replace(/^\t/, '')}`
        : `${line.slice(0, -1).trimEnd()} ${lines[++at]!.trim()}`;
    if (define !== undefined) {
      if (/^\s*endef/.test(line)) {
        variables.set(define.name, define.lines.join('\n'), { recursive: true });
        define = undefined;
      } else define.lines.push(line);
      continue;
    }
    const active = conditions.every((each) => each.active);
    if (line.startsWith('\t') && rule !== undefined) {
      if (active) rule.recipe.push({ text: line.slice(1), line: start });
      continue;
    }
    const plain = stripComment(line);
    if (plain.trim() === '') continue;
    if (/^\s*(?:ifeq|ifneq|ifdef|ifndef|else|endif)\b/.test(plain)) {
      yield* condition(variables, plain.trim(), conditions, file, start);
      continue;
    }
    if (!active) continue;
    const [, defined] = /^\s*define\s+(\S+)/.exec(plain) ?? [];
    if (defined !== undefined) {
      finish();
      define = { name: defined, lines: [] };
      continue;
    }
    const [, optional, included] = /^\s*(-?)(?:s?include)\s+(.*)$/.exec(plain) ?? [];
    if (included !== undefined) {
      finish();
      if (depth > MAX_INCLUDES) throw new MakeError(`${file}:${start}: too many includes.  Stop.`);
      for (const name of words(yield* variables.expand(included))) {
        if (p.fs.exists(name)) yield* readMakefile(p, variables, name, into, depth + 1);
        else if (optional === '') throw new MakeError(`${file}:${start}: ${name}: No such file or directory`);
      }
      continue;
    }
    if (yield* assignment(variables, plain)) {
      finish();
      continue;
    }
    finish();
    rule = yield* ruleLine(variables, plain, file, start);
  }
  finish();
  if (conditions.length > 0) throw new MakeError(`${file}:${lines.length}: missing 'endif'.  Stop.`);
}

const stripComment = (line: string): string => line.replace(/(^|[^\\])#.*$/, '$1');

/** `NAME = value` in its forms; false for a line that is no assignment. */
export function* assignment(variables: Variables, text: string, fixed = false): Step<boolean> {
  const [, name, operator, value = ''] =
    /^\s*(?:export\s+|override\s+)*([^\s:#=?+!]+)\s*(::?:?=|\?=|\+=|!=|=)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined || operator === undefined) return /^\s*(?:export|unexport|vpath)\b/.test(text);
  const key = yield* variables.expand(name);
  if (operator === '=') variables.set(key, value, { recursive: true, fixed });
  else if (operator === '?=') {
    if (!variables.has(key)) variables.set(key, value, { recursive: true });
  } else if (operator === '+=') yield* variables.append(key, value);
  else if (operator === '!=') variables.set(key, (yield* variables.shell(yield* variables.expand(value))).replace(/\n$/, ''));
  else variables.set(key, yield* variables.expand(value), { fixed });
  return true;
}

function* condition(
  variables: Variables,
  text: string,
  conditions: { active: boolean; taken: boolean; outer: boolean }[],
  file: string,
  line: number,
): Step<void> {
  if (text.startsWith('endif')) {
    if (conditions.pop() === undefined) throw new MakeError(`${file}:${line}: extraneous 'endif'.  Stop.`);
    return;
  }
  if (text.startsWith('else')) {
    const top = conditions.at(-1);
    if (top === undefined) throw new MakeError(`${file}:${line}: extraneous 'else'.  Stop.`);
    const rest = text.slice(4).trim();
    const yes = !top.taken && (rest === '' || (yield* holds(variables, rest, file, line)));
    top.active = yes;
    top.taken ||= yes;
    return;
  }
  const yes = yield* holds(variables, text, file, line);
  conditions.push({ active: yes, taken: yes, outer: true });
}

function* holds(variables: Variables, text: string, file: string, line: number): Step<boolean> {
  const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(text) ?? [];
  if (word === 'ifdef' || word === 'ifndef') return variables.has((yield* variables.expand(rest)).trim()) === (word === 'ifdef');
  const [, a, b, c, d] = /^\((.*),\s*(.*)\)$/.exec(rest) ?? [];
  const quoted = /^["'](.*)["']\s+["'](.*)["']$/.exec(rest);
  if (a === undefined && quoted === null) throw new MakeError(`${file}:${line}: invalid syntax in conditional.  Stop.`);
  const left = yield* variables.expand((a ?? quoted![1]!).trim());
  const right = yield* variables.expand((b ?? quoted![2]!).trim());
  return (left === right) === (word === 'ifeq') || (c !== undefined && d !== undefined);
}

function* ruleLine(
  variables: Variables,
  text: string,
  file: string,
  line: number,
): Step<{ targets: string[]; prerequisites: string[]; orderOnly: string[]; recipe: { text: string; line: number }[]; double: boolean }> {
  const semicolon = /^[^;]*?:[^=][^;]*;(.*)$/.exec(text)?.[1];
  const head = yield* variables.expand(semicolon === undefined ? text : text.slice(0, text.indexOf(';')));
  const [, targets, colons = ':', rest = ''] = /^([^:]+?)\s*(::?)(?!=)\s*(.*)$/.exec(head) ?? [];
  if (targets === undefined) throw new MakeError(`${file}:${line}: *** missing separator.  Stop.`);
  const [normal = '', order = ''] = rest.split('|');
  return {
    targets: words(targets),
    prerequisites: words(normal.replace(/^[^:]*%[^:]*:\s*/, '')),
    orderOnly: words(order),
    recipe: semicolon === undefined ? [] : [{ text: semicolon.trim(), line }],
    double: colons === '::',
  };
}
