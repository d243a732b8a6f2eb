// What a dialogue needs of its terminal, and what it offers.
import type { Terminal } from '@xterm/xterm';
import type { Session } from '../session/index.ts';
import type { Turn } from '../session/timeline.ts';
import type { Gutter } from './screen/gutter.ts';
import type { TerminalWords } from './words.ts';

export interface Dialogue {
  begin(): Promise<void>;
  input(data: string): void;
  put(line: string): void;
  prompt(): string;
  /** The number of columns is another. */
  reflow(): void;
  /** Whether Tab belongs to the editor now; else it moves the focus. */
  takesTab(back: boolean): boolean;
  /** Whether Esc ends something in the editor, and is no first step out of the terminal. */
  takesEscape(): boolean;
  /** Switches what Tab does; true when it completes. */
  switchTab(): boolean;
  dispose(): void;
}

export interface DialogueOptions {
  readonly id: number;
  readonly session: Session;
  readonly terminal: Terminal;
  readonly gutter: Gutter;
  readonly screen: HTMLElement;
  readonly t: TerminalWords;
  readonly ready?: string;
  readonly welcome?: string;
  say(text: string): void;
  spoken(turn: Turn): string;
  onLeave(): void;
}
