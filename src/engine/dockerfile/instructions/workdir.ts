import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { needOne, originOf } from './request.ts';
import type { WorkdirInstruction } from './types.ts';

export function parseWorkdir(node: Node): WorkdirInstruction {
  const path = needOne('WORKDIR', node.args);
  refuseFlags(node.flags);
  return { kind: 'WORKDIR', ...originOf(node), path };
}
