import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { keyValues, originOf } from './request.ts';
import type { LabelInstruction } from './types.ts';

export function parseLabel(node: Node): LabelInstruction {
  refuseFlags(node.flags);
  return { kind: 'LABEL', ...originOf(node), pairs: keyValues('LABEL', node.args) };
}
