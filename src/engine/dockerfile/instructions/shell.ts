import type { Node } from '../parser/index.ts';
import { refuseFlags } from './flags.ts';
import { fail, needSome, originOf } from './request.ts';
import type { ShellInstruction } from './types.ts';

export function parseShell(node: Node): ShellInstruction {
  refuseFlags(node.flags);
  needSome('SHELL', node.args);
  if (!node.json) fail('SHELL requires the arguments to be in JSON form');
  return { kind: 'SHELL', ...originOf(node), shell: node.args };
}
