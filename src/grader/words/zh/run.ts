// checks/run 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { run as en } from '../en/run.ts';

export const run = {
  'ran-never': '开始以来还没有用 `{image}` 运行过容器。',
  ran: '`{image}` 的运行都没有打印过 {wanted}，最近一次打印的是 {found}。',
  'ran-silent': '`{image}` 的运行都没有打印过 {wanted}，最近一次什么也没有打印（退出码 {exit}）。',
  'ran-lacks': '`{image}` 的运行都没有打印过 {wanted}，最近一次打印的是 {found}。',
  'ran-running': '`{image}` 最近一次运行还没有结束，要求以退出码 {wanted} 结束。',
  'ran-exit': '`{image}` 最近一次运行的退出码是 {found}，要求 {wanted}。',
  'ran-argv': '`{image}` 最近一次运行启动的是 `{found}`，要求 `{wanted}`。',
  'ran-refused': '`{image}` 最近一次运行没能启动 `{found}`（退出码 {exit}），要求 `{wanted}`。',
  'ran-count': '开始以来 `{image}` 运行过 {found} 次，要求至少 {wanted} 次。',
  'ran-no-oom': '`{image}` 的 {found} 次运行里都没有进程因内存不足被杀死。',
} as const satisfies Record<keyof typeof en, string>;
