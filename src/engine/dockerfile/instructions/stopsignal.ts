import type { Node } from '../parser/index.ts';
import { needOne, originOf } from './request.ts';
import type { StopsignalInstruction } from './types.ts';

/** Flags of STOPSIGNAL are not looked at, as in BuildKit; whether the signal exists is asked when the step runs. */
export function parseStopsignal(node: Node): StopsignalInstruction {
  return { kind: 'STOPSIGNAL', ...originOf(node), signal: needOne('STOPSIGNAL', node.args) };
}
