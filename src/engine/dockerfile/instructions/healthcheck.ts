import { toUpper } from '../../go/case.ts';
import { parseDuration } from '../../go/duration.ts';
import { parseInt32 } from '../../go/numbers.ts';
import { quote } from '../../go/quote.ts';
import type { Node } from '../parser/index.ts';
import { parseFlags } from './flags.ts';
import { commandOf, fail, needSome, originOf } from './request.ts';
import type { HealthCheck, HealthcheckInstruction } from './types.ts';

const millisecond = 1_000_000;
const none: HealthCheck = { test: ['NONE'], interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };

function interval(flag: string, text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const duration = parseDuration(text);
  if (!duration.ok) fail(duration.error);
  if (duration.value !== 0 && duration.value < millisecond) fail(`Interval ${quote(flag)} cannot be less than 1ms`);
  return duration.value;
}

function retries(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const count = parseInt32(text);
  if (!count.ok) fail(count.error);
  if (count.value < 0) fail(`--retries cannot be negative (${count.value})`);
  return count.value;
}

function parseHealth(node: Node): HealthCheck {
  const type = toUpper(node.args[0]!);
  const rest = node.args.slice(1);
  if (type === 'NONE') {
    if (rest.length > 0) fail('HEALTHCHECK NONE takes no arguments');
    return none;
  }
  const { values } = parseFlags(node.flags, {
    interval: 'string',
    timeout: 'string',
    'start-period': 'string',
    'start-interval': 'string',
    retries: 'string',
  });
  if (type !== 'CMD') fail(`Unknown type ${quote(type)} in HEALTHCHECK (try CMD)`);
  const command = commandOf(rest, node.json);
  if (command.length === 0) fail('Missing command after HEALTHCHECK CMD');
  return {
    test: [node.json ? 'CMD' : 'CMD-SHELL', ...command],
    interval: interval('interval', values.interval),
    timeout: interval('timeout', values.timeout),
    startPeriod: interval('start-period', values['start-period']),
    startInterval: interval('start-interval', values['start-interval']),
    retries: retries(values.retries),
  };
}

/** Flags of HEALTHCHECK NONE are not looked at, as in BuildKit. */
export function parseHealthcheck(node: Node): HealthcheckInstruction {
  needSome('HEALTHCHECK', node.args);
  return { kind: 'HEALTHCHECK', ...originOf(node), health: parseHealth(node) };
}
