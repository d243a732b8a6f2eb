import { toLower } from '../../go/case.ts';
import { quote } from '../../go/quote.ts';
import type { Node } from '../parser/index.ts';
import { parseFlags } from './flags.ts';
import { descriptionOf, fail, originOf } from './request.ts';
import type { FromInstruction } from './types.ts';

function stageName(args: readonly string[]): string {
  const [, keyword, name] = args;
  if (args.length === 3 && /^as$/iu.test(keyword!)) {
    const lower = toLower(name!);
    if (!/^[a-z][a-z0-9\-_.]*$/.test(lower)) {
      fail(`invalid name for build stage: ${quote(name!)}, name can't start with a number or contain symbols`);
    }
    return lower;
  }
  if (args.length !== 1) fail('FROM requires either one or three arguments');
  return '';
}

export function parseFrom(node: Node): FromInstruction {
  const stage = stageName(node.args);
  const { values } = parseFlags(node.flags, { platform: 'string' });
  return {
    kind: 'FROM',
    ...originOf(node),
    base: node.args[0]!,
    stage,
    stageAsWritten: node.args[2] ?? '',
    asKeyword: node.args[1] ?? '',
    platform: values.platform ?? '',
    comment: descriptionOf(node.comments, stage),
  };
}
