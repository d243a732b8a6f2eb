import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { needOne, originOf } from './request.ts';
import type { UserInstruction } from './types.ts';

export function parseUser(node: Node): UserInstruction {
  const user = needOne('USER', node.args);
  refuseFlags(node.flags);
  return { kind: 'USER', ...originOf(node), user };
}
