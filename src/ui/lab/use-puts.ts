// What the text asks of the lab: a command at the prompt, an exercise in front, files written. Nothing of it is ever run.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { whenReady } from '../keep/ready.ts';
import type { TerminalHandle } from '../terminal/index.ts';
import { bringBottom } from './below.ts';
import type { Machine } from './machines.ts';
import { showPart } from './show-part.ts';

interface Asked {
  readonly now: Machine;
  choose(exercise: string | undefined): Machine;
  showBottom(part: 'terminal' | 'files'): void;
  /** Said beside the button that wrote files. */
  readonly wrote: string;
}

interface Puts {
  put(line: string): void;
  /** A machine's terminal is there. */
  ready(machine: Machine, handle: TerminalHandle): void;
}

/** Buttons of the text: `data-prompt`, `data-work` (an exercise's id), `data-write` (files as JSON); in an exercise's box they are about its machine. */
export function usePuts(asked: Asked): Puts {
  const latest = useRef(asked);
  latest.current = asked;
  const handles = useRef(new Map<Machine, TerminalHandle>());
  const waiting = useRef(new Map<Machine, string>());
  /** The machine whose terminal is typed into as soon as it is there. */
  const wanted = useRef<Machine | undefined>();

  const onTerminal = () => {
    latest.current.showBottom('terminal');
    if (document.body.dataset.part !== undefined) showPart('terminal');
  };
  /** What was behind the files takes the focus only once it is drawn. */
  const toTerminal = (machine: Machine) => {
    onTerminal();
    bringBottom();
    requestAnimationFrame(() => handles.current.get(machine)?.focus());
  };
  const putOn = (machine: Machine, line: string) => {
    toTerminal(machine);
    const handle = handles.current.get(machine);
    if (handle) handle.put(line);
    else waiting.current.set(machine, line);
  };
  /** The machine that a place in the text is about. */
  const machineAt = (element: Element): Machine => {
    const box = element.closest<HTMLElement>('[data-exercise]');
    const { now, choose } = latest.current;
    const wanted = box?.dataset.exercise;
    // Whatever stands in the lab itself is about what is in front.
    return element.closest('.lab') || (now.exercise?.id ?? '') === (wanted ?? '') ? now : choose(wanted);
  };
  const write = async (button: HTMLElement) => {
    const machine = machineAt(button);
    const { session, start } = machine;
    latest.current.showBottom('files');
    if (document.body.dataset.part !== undefined) showPart('terminal');
    bringBottom();
    await whenReady(session);
    const files = Object.entries(JSON.parse(button.dataset.write ?? '{}') as Record<string, string>);
    const at = (path: string) => (path.startsWith('/') ? path : `${start.cwd}/${path}`);
    for (const [path, text] of files) await session.writeFile(at(path), text);
    const first = files[0]?.[0];
    if (first !== undefined) (await import('../editor/index.ts')).workspaceOf(session).open(at(first));
    const said = button.parentElement?.querySelector('[role="status"]');
    if (said) said.textContent = latest.current.wrote;
  };

  // Heard from the first moment: the click that woke the lab is clicked again before effects run.
  useLayoutEffect(() => {
    const clicked = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const button = target.closest<HTMLElement>('[data-prompt], [data-work], [data-write]');
      if (!button) return;
      const { prompt, work } = button.dataset;
      if (prompt !== undefined) putOn(machineAt(button), prompt);
      else if (work !== undefined) {
        const machine = latest.current.choose(work);
        toTerminal(machine);
        if (!handles.current.has(machine)) wanted.current = machine;
      } else void write(button);
    };
    document.addEventListener('click', clicked);
    return () => document.removeEventListener('click', clicked);
  }, []);
  // Whatever is typed for the learner is seen.
  const { session } = asked.now;
  useEffect(() => session.onPut(() => toTerminal(latest.current.now)), [session]);

  return {
    put: (line) => putOn(latest.current.now, line),
    ready: (machine, handle) => {
      handles.current.set(machine, handle);
      const line = waiting.current.get(machine);
      if (line !== undefined) handle.put(line);
      else if (wanted.current === machine) handle.focus();
      waiting.current.delete(machine);
      wanted.current = undefined;
    },
  };
}
