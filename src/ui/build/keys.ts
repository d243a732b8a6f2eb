// Keys of the drawing: up and down along a line, left and right between stages, n and b move the hand, = and r guess.
import type { RefObject } from 'preact';
import type { Guess } from './predict.ts';

interface Actions {
  setStage(stage: number): void;
  step(by: 1 | -1): void;
  readonly guess?: (key: string, guess: Guess) => void;
}

export function useDiagramKeys(root: RefObject<HTMLElement>, { setStage, step, guess }: Actions): (event: KeyboardEvent) => void {
  return (event) => {
    const here = (event.target as HTMLElement).closest<HTMLElement>('[data-station]');
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[data-station]') ?? [])];
    const line = here.closest<HTMLElement>('[data-stage]');
    const stage = Number(line?.dataset.stage ?? 0);
    const own = all.filter((one) => one.closest('[data-stage]') === line);
    const go = (to: HTMLElement | undefined): void => {
      if (to === undefined) return;
      for (const one of all) one.tabIndex = one === to ? 0 : -1;
      to.focus();
    };
    const cross = (by: 1 | -1): void => {
      const to = root.current?.querySelector<HTMLElement>(`[data-stage="${stage + by}"]`);
      if (!to) return;
      setStage(stage + by);
      const y = here.getBoundingClientRect().top;
      // The stage may have been out of sight until now; its stations have no place before it is drawn.
      requestAnimationFrame(() => {
        const stations = [...to.querySelectorAll<HTMLElement>('[data-station]')];
        const far = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().top - y);
        go(stations.reduce<HTMLElement | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined));
      });
    };
    const at = own.indexOf(here);
    const key = here.dataset.station ?? '';
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(own[at + 1]),
      ArrowUp: () => go(own[at - 1]),
      ArrowRight: () => cross(1),
      ArrowLeft: () => cross(-1),
      Home: () => go(own[0]),
      End: () => go(own.at(-1)),
      n: () => step(1),
      b: () => step(-1),
      ...(guess === undefined ? {} : { '=': () => guess(key, 'cached'), c: () => guess(key, 'cached'), r: () => guess(key, 'run') }),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    action();
    event.preventDefault();
  };
}
