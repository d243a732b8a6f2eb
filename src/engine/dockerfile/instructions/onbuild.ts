import { toUpper } from '../../go/case.ts';
import { trimSpace } from '../../go/space.ts';
import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { argsOf, fail, needSome, originOf } from './request.ts';
import type { OnbuildInstruction } from './types.ts';

export function parseOnbuild(node: Node): OnbuildInstruction {
  const args = argsOf(node);
  needSome('ONBUILD', args);
  refuseFlags(node.flags);
  const trigger = toUpper(trimSpace(args[0]!));
  if (trigger === 'ONBUILD') fail("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (trigger === 'MAINTAINER' || trigger === 'FROM') fail(`${trigger} isn't allowed as an ONBUILD trigger`);
  const expression = node.original.replace(/^[\t\n\f\r ]*ONBUILD[\t\n\f\r ]*/i, '');
  const bodies = node.heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { kind: 'ONBUILD', ...originOf(node), expression: expression + bodies.join('') };
}
