import { trimSpace } from '../../go/space.ts';
import { DockerfileError } from '../error.ts';
import type { Node } from '../parser/index.ts';
import type { CommandLine, KeyValue, Origin } from './types.ts';

export function originOf(node: Node): Origin {
  return { name: node.value, source: trimSpace(node.original), lines: node.lines, span: node.span };
}

/** The arguments of an instruction; those of an ONBUILD are the names and arguments of its triggers. */
export function argsOf(node: Node): readonly string[] {
  if (node.child === null) return node.args;
  const args: string[] = [];
  for (let at: Node | null = node; at !== null; at = at.child) {
    if (at !== node) args.push(at.value);
    if (at.child === null) args.push(...at.args);
  }
  return args;
}

export function fail(message: string): never {
  throw new DockerfileError('instruction', message);
}

export function needOne(instruction: string, args: readonly string[]): string {
  if (args.length !== 1) fail(`${instruction} requires exactly one argument`);
  return args[0]!;
}

export function needSome(instruction: string, args: readonly string[]): void {
  if (args.length === 0) fail(`${instruction} requires at least one argument`);
}

export function failBlankName(instruction: string): never {
  fail(`${instruction} names can not be blank`);
}

/** The pairs of ENV and LABEL. */
export function keyValues(instruction: string, args: readonly string[]): KeyValue[] {
  needSome(instruction, args);
  const pairs: KeyValue[] = [];
  for (let i = 0; i < args.length; i += 3) {
    const [key = '', value = '', separator = ''] = args.slice(i, i + 3);
    if (key === '') failBlankName(instruction);
    pairs.push({ key, value, legacy: separator === '' });
  }
  return pairs;
}

/** Shell form is one string, exec form the array. */
export function commandOf(args: readonly string[], json: boolean): readonly string[] {
  if (json || args.length === 0) return args;
  return [args.join(' ')];
}

export function commandLineOf(node: Node): CommandLine {
  return {
    command: commandOf(argsOf(node), node.json),
    shellForm: !node.json,
    files: node.heredocs.map(({ name, content, chomp }) => ({ name, data: content, chomp })),
  };
}

/** The description that a comment gives of an ARG or a stage: the rest of the comment line that begins with its name. */
export function descriptionOf(comments: readonly string[], name: string): string {
  if (name === '') return '';
  const line = comments.find((comment) => comment.startsWith(`${name} `));
  return line === undefined ? '' : line.slice(name.length + 1);
}
