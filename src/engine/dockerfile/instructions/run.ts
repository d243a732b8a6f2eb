import { quote } from '../../go/quote.ts';
import type { Node } from '../parser/index.ts';
import type { Features } from './features.ts';
import { parseFlags } from './flags.ts';
import { commandLineOf, fail, originOf } from './request.ts';
import { parseDevice } from './run-device.ts';
import { parseMountOptions } from './run-mount.ts';
import type { RunInstruction } from './types.ts';

const flags = { device: 'list', mount: 'list', network: 'string' } as const;
const networks = ['default', 'none', 'host'] as const;
const securities = ['sandbox', 'insecure'] as const;

export function parseRun(node: Node, features: Features): RunInstruction {
  const known = features.security ? ({ ...flags, security: 'string' } as const) : flags;
  const { values, used } = parseFlags<typeof flags & { security?: 'string' }>(node.flags, known);
  const devices = values.device.map(parseDevice);
  const mounts = values.mount.map(parseMountOptions);
  const network = networks.find((one) => one === (values.network ?? 'default'));
  if (network === undefined) fail(`invalid network mode ${quote(values.network!)}`);
  const security = securities.find((one) => one === (values.security ?? 'sandbox'));
  if (security === undefined) fail(`security ${quote(values.security!)} is not valid`);
  return { kind: 'RUN', ...originOf(node), ...commandLineOf(node), flags: used, mounts, network, security, devices };
}
