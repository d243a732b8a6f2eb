import { trimSpace } from '../../go/space.ts';
import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { fail, needSome, originOf } from './request.ts';
import type { VolumeInstruction } from './types.ts';

export function parseVolume(node: Node): VolumeInstruction {
  needSome('VOLUME', node.args);
  refuseFlags(node.flags);
  const volumes = node.args.map(trimSpace);
  if (volumes.includes('')) fail('VOLUME specified can not be an empty string');
  return { kind: 'VOLUME', ...originOf(node), volumes };
}
