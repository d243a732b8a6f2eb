// Drawn over the text: a dotted line under whatever the pictures know, a bar at what is selected, places that a search found.
// Decoration only: nothing here takes a click or is read out.
import type { Terminal } from '@xterm/xterm';
import { isSelected, type Selected } from '../../picture/index.ts';
import type { Match } from '../find/matches.ts';
import { spansOf } from '../links/spans.ts';
import type { Things } from '../links/things.ts';
import { cellsOf, type Line, lineAt } from './rows.ts';

export interface Marks {
  /** Draws again at the next frame. */
  soon(): void;
  /** Places of a search, in lines of the buffer, and which of them is the one. */
  found(lines: readonly Line[], matches: readonly Match[], current: number): void;
  dispose(): void;
}

export function createMarks(terminal: Terminal, things: () => Things, selected: () => Selected | undefined): Marks {
  const layer = document.createElement('div');
  layer.className = 'tty-marks';
  layer.setAttribute('aria-hidden', 'true');
  terminal.element?.querySelector('.xterm-screen')?.append(layer);
  let search: { readonly lines: readonly Line[]; readonly matches: readonly Match[]; readonly current: number } | undefined;

  const draw = (): void => {
    const { cols, rows } = terminal;
    const width = layer.clientWidth / cols;
    const height = layer.clientHeight / rows;
    const buffer = terminal.buffer.active;
    const top = buffer.viewportY;
    const boxes: HTMLElement[] = [];
    const box = (line: Line, from: number, to: number, kind: string): void => {
      for (const { row, column, width: cells } of cellsOf(terminal, line, from, to)) {
        if (row < top || row >= top + rows) continue;
        const element = document.createElement('i');
        element.className = kind;
        element.style.transform = `translate(${column * width}px, ${(row - top) * height}px)`;
        element.style.width = `${cells * width}px`;
        element.style.height = `${height}px`;
        boxes.push(element);
      }
    };
    const known = things();
    const chosen = selected();
    for (let row = top; row < Math.min(top + rows, buffer.length); ) {
      const line = lineAt(buffer, row);
      for (const { from, to, is } of spansOf(line.text, known)) box(line, from, to, isSelected(chosen, is.id) ? 'sel' : 'thing');
      row = line.row + line.rows;
    }
    for (const [index, { line, from, to }] of (search?.matches ?? []).entries()) {
      const at = search?.lines[line];
      if (at !== undefined && at.row + at.rows > top && at.row < top + rows)
        box(at, from, to, index === search?.current ? 'hit now' : 'hit');
    }
    layer.replaceChildren(...boxes);
  };
  let asked = 0;
  const soon = (): void => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  };
  const listeners = [terminal.onRender(soon), terminal.onScroll(soon), terminal.onResize(soon)];
  return {
    soon,
    found(lines, matches, current) {
      search = matches.length === 0 ? undefined : { lines, matches, current };
      soon();
    },
    dispose() {
      cancelAnimationFrame(asked);
      for (const listener of listeners) listener.dispose();
      layer.remove();
    },
  };
}
