// Tells xterm which words of a row are links, so that they can be hovered and clicked.
import type { ILink, ILinkProvider, Terminal } from '@xterm/xterm';
import type { Selected } from '../../picture/index.ts';
import { cellsOf, lineAt } from '../screen/rows.ts';
import { spansOf } from './spans.ts';
import type { Things } from './things.ts';

export function linkProvider(terminal: Terminal, things: () => Things, choose: (is: Selected, text: string) => void): ILinkProvider {
  return {
    provideLinks(y, tell) {
      const line = lineAt(terminal.buffer.active, y - 1);
      const links = spansOf(line.text, things()).flatMap(({ from, to, text, is }): ILink[] => {
        const cells = cellsOf(terminal, line, from, to);
        const first = cells[0];
        const last = cells.at(-1);
        if (first === undefined || last === undefined) return [];
        return [
          {
            range: { start: { x: first.column + 1, y: first.row + 1 }, end: { x: last.column + last.width, y: last.row + 1 } },
            text,
            activate: () => choose(is, text),
          },
        ];
      });
      tell(links.length === 0 ? undefined : links);
    },
  };
}
