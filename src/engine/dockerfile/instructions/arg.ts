import type { Node } from '../parser/index.ts';
import { descriptionOf, failBlankName, needSome, originOf } from './request.ts';
import type { ArgInstruction } from './types.ts';

/** Flags of ARG are not looked at, as in BuildKit. */
export function parseArg(node: Node): ArgInstruction {
  needSome('ARG', node.args);
  const args = node.args.map((arg) => {
    const equals = arg.indexOf('=');
    if (equals === 0) failBlankName('ARG');
    const key = equals < 0 ? arg : arg.slice(0, equals);
    return { key, ...(equals < 0 ? {} : { value: arg.slice(equals + 1) }), comment: descriptionOf(node.comments, key) };
  });
  return { kind: 'ARG', ...originOf(node), args };
}
