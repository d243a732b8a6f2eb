import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { plain, turnsThat } from './with.ts';

export const outputContains = defineCheck(
  'output-contains',
  { begins: 'text', text: 'text' },
  {
    about: { en: 'A command that begins so has shown this text.', zh: '某条这样开头的命令显示过这段文字。' },
    example: { begins: 'docker history', text: 'CMD' },
  },
  (input, { begins, text }) => {
    const turns = turnsThat(input, begins);
    const last = turns.at(-1);
    if (!last) return unmet('turn-none', { begins });
    const found = turns.find((turn) => plain(turn.output).includes(text));
    return found
      ? met({ turn: found.number })
      : unmet('output-lacks', { line: last.line.trim(), wanted: quote(text) }, { turn: last.number });
  },
);
