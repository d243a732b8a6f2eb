import { compareBytes } from '../../go/bytes.ts';
import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { needSome, originOf } from './request.ts';
import type { ExposeInstruction } from './types.ts';

export function parseExpose(node: Node): ExposeInstruction {
  needSome('EXPOSE', node.args);
  refuseFlags(node.flags);
  return { kind: 'EXPOSE', ...originOf(node), ports: [...node.args].sort(compareBytes) };
}
