// Command numbers left of the terminal, at the rows where the commands stand. Decoration: hidden from assistive technology.
import type { IMarker, Terminal } from '@xterm/xterm';

export interface Gutter {
  /** Numbers the row `rowsUp` above the cursor; `exit` other than 0 marks a failed command. */
  mark(number: number, rowsUp: number): (exit: number) => void;
  clear(): void;
  dispose(): void;
}

export function createGutter(terminal: Terminal, element: HTMLElement, failed: (exit: number) => string): Gutter {
  const marks: { readonly marker: IMarker; readonly label: HTMLElement }[] = [];
  const place = () => {
    const height = element.clientHeight / terminal.rows || 0;
    const screen = terminal.element?.querySelector('.xterm-screen');
    const row = screen instanceof HTMLElement && screen.clientHeight > 0 ? screen.clientHeight / terminal.rows : height;
    const top = terminal.buffer.active.viewportY;
    for (const { marker, label } of marks) {
      const at = marker.line - top;
      const visible = !marker.isDisposed && at >= 0 && at < terminal.rows;
      label.hidden = !visible;
      if (visible) label.style.transform = `translateY(${at * row}px)`;
    }
  };
  // A flood of output scrolls thousands of times between two frames; the numbers move once per frame.
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      place();
    });
  };
  const listeners = [terminal.onRender(soon), terminal.onScroll(soon), terminal.onResize(soon)];
  return {
    mark(number, rowsUp) {
      const marker = terminal.registerMarker(-rowsUp);
      const label = document.createElement('i');
      label.textContent = String(number);
      for (const { label: other } of marks) other.classList.remove('cur');
      label.classList.add('cur');
      element.append(label);
      marks.push({ marker, label });
      soon();
      return (exit) => {
        if (exit === 0) return;
        label.classList.add('failed');
        label.textContent = `×${number}`;
        label.title = failed(exit);
      };
    },
    clear() {
      for (const { marker, label } of marks.splice(0)) {
        marker.dispose();
        label.remove();
      }
    },
    dispose() {
      cancelAnimationFrame(asked);
      for (const listener of listeners) listener.dispose();
      element.replaceChildren();
    },
  };
}
