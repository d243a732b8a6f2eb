// checks/command 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { command as en } from '../en/command.ts';

export const command = {
  'turn-none': '开始以来还没有执行过以 `{begins}` 开头的命令。',
  'turn-exit': '`{line}` 的退出码是 {found}，要求 {wanted}。',
  'output-lacks': '`{line}` 没有显示 {wanted}。',
} as const satisfies Record<keyof typeof en, string>;
