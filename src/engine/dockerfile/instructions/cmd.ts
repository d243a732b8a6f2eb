import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { commandLineOf, originOf } from './request.ts';
import type { CmdInstruction } from './types.ts';

export function parseCmd(node: Node): CmdInstruction {
  refuseFlags(node.flags);
  return { kind: 'CMD', ...originOf(node), ...commandLineOf(node) };
}
