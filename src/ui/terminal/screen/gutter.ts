// Command numbers left of the text, at the rows where the commands stand, and exit codes that are not 0 at the right end of those rows.
// A number leads to that moment of the timeline; the timeline itself is the keyboard's way there, so assistive technology skips the copy.
import type { IMarker, Terminal } from '@xterm/xterm';

export interface Mark {
  /** The command is over. */
  done(number: number, exit: number): void;
  /** Where it stands; undefined when it has scrolled away for good. */
  readonly row: number | undefined;
}

export interface Gutter {
  /** Marks the row `rowsUp` above the cursor as a command that runs. */
  mark(rowsUp: number): Mark;
  clear(): void;
  dispose(): void;
}

export interface GutterWords {
  exit(code: number): string;
  exitTitle(number: number, code: number): string;
  title(number: number): string;
}

interface Row {
  readonly marker: IMarker;
  readonly label: HTMLButtonElement;
  exit?: HTMLElement;
}

export function createGutter(terminal: Terminal, element: HTMLElement, words: GutterWords, choose: (number: number) => void): Gutter {
  const rows: Row[] = [];
  const exits = document.createElement('div');
  exits.className = 'tty-exits';
  exits.setAttribute('aria-hidden', 'true');
  terminal.element?.querySelector('.xterm-screen')?.append(exits);

  const place = (): void => {
    const screen = terminal.element?.querySelector('.xterm-screen');
    const height =
      screen instanceof HTMLElement && screen.clientHeight > 0
        ? screen.clientHeight / terminal.rows
        : element.clientHeight / terminal.rows || 0;
    const buffer = terminal.buffer.active;
    for (const { marker, label, exit } of rows) {
      const at = marker.line - buffer.viewportY;
      const visible = !marker.isDisposed && marker.line >= 0 && at >= 0 && at < terminal.rows;
      label.hidden = !visible;
      if (visible) label.style.transform = `translateY(${at * height}px)`;
      if (exit === undefined) continue;
      const used = visible ? (buffer.getLine(marker.line)?.translateToString(true).length ?? 0) : 0;
      exit.hidden = !visible || used + (exit.textContent?.length ?? 0) + 4 > terminal.cols;
      exit.style.transform = `translateY(${at * height}px)`;
      exit.style.height = `${height}px`;
    }
  };
  // A flood of output scrolls thousands of times between two frames; the numbers move once per frame.
  let asked = 0;
  const soon = (): void => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      place();
    });
  };
  const listeners = [terminal.onRender(soon), terminal.onScroll(soon), terminal.onResize(soon)];

  function finish(row: Row, number: number, code: number): void {
    const { label } = row;
    label.classList.remove('busy');
    label.textContent = code === 0 ? String(number) : `×${number}`;
    label.title = code === 0 ? words.title(number) : words.exitTitle(number, code);
    label.onclick = () => choose(number);
    if (code !== 0) {
      label.classList.add('failed');
      row.exit = document.createElement('i');
      row.exit.textContent = words.exit(code);
      exits.append(row.exit);
    }
    soon();
  }

  return {
    mark(rowsUp) {
      const marker = terminal.registerMarker(-rowsUp);
      const label = document.createElement('button');
      label.type = 'button';
      label.tabIndex = -1;
      label.className = 'busy cur';
      for (const { label: other } of rows) other.classList.remove('cur');
      element.append(label);
      const row: Row = { marker, label };
      rows.push(row);
      soon();
      return {
        done: (number, exit) => finish(row, number, exit),
        get row() {
          return marker.isDisposed ? undefined : marker.line;
        },
      };
    },
    clear() {
      for (const { marker, label, exit } of rows.splice(0)) {
        marker.dispose();
        label.remove();
        exit?.remove();
      }
    },
    dispose() {
      cancelAnimationFrame(asked);
      for (const listener of listeners) listener.dispose();
      element.replaceChildren();
      exits.remove();
    },
  };
}
