import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { needOne, originOf } from './request.ts';
import type { MaintainerInstruction } from './types.ts';

export function parseMaintainer(node: Node): MaintainerInstruction {
  const maintainer = needOne('MAINTAINER', node.args);
  refuseFlags(node.flags);
  return { kind: 'MAINTAINER', ...originOf(node), maintainer };
}
