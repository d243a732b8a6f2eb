import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { commandLineOf, originOf } from './request.ts';
import type { EntrypointInstruction } from './types.ts';

export function parseEntrypoint(node: Node): EntrypointInstruction {
  refuseFlags(node.flags);
  return { kind: 'ENTRYPOINT', ...originOf(node), ...commandLineOf(node) };
}
