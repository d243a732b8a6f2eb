import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { keyValues, originOf } from './request.ts';
import type { EnvInstruction } from './types.ts';

export function parseEnv(node: Node): EnvInstruction {
  refuseFlags(node.flags);
  return { kind: 'ENV', ...originOf(node), pairs: keyValues('ENV', node.args) };
}
