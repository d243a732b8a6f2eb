import { defineCheck, met, unmet } from '../../check.ts';
import { turnsThat } from './with.ts';

export const turnExit = defineCheck(
  'turn-exit',
  { begins: 'text', code: 'number' },
  {
    about: { en: 'A command that begins so ended with this exit code.', zh: '某条这样开头的命令以这个退出码结束。' },
    example: { begins: 'docker rmi', code: 1 },
  },
  (input, { begins, code }) => {
    const turns = turnsThat(input, begins);
    const last = turns.at(-1);
    if (!last) return unmet('turn-none', { begins });
    const found = turns.find((turn) => turn.exit === code);
    return found
      ? met({ turn: found.number })
      : unmet('turn-exit', { line: last.line.trim(), found: last.exit, wanted: code }, { turn: last.number });
  },
);
