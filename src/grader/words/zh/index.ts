// 检查结果的中文说法，每组检查一个文件。
import type { FindingKey } from '../en/index.ts';
import { build } from './build.ts';
import { command } from './command.ts';
import { container } from './container.ts';
import { host } from './host.ts';
import { image } from './image.ts';
import { registry } from './registry.ts';
import { run } from './run.ts';
import { volume } from './volume.ts';

export const zh = {
  met: '符合要求。',
  'machine-missing': '没有名为 `{machine}` 的机器。',
  ...image,
  ...container,
  ...run,
  ...command,
  ...volume,
  ...registry,
  ...build,
  ...host,
} as const satisfies Record<FindingKey, string>;
