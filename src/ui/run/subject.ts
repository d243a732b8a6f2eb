// Which container the picture shows: the one that is chosen anywhere, else the one that the last command made or changed, else the one it showed.
import type { ContainerRunView, MachineView } from '../session/view/index.ts';

export function follow(view: MachineView, before: MachineView | undefined, current: string | undefined): string | undefined {
  const { containers } = view.run;
  if (before) {
    const old = new Map(before.run.containers.map((one) => [one.id, one]));
    const changed = containers.find((one) => !old.has(one.id)) ?? containers.find((one) => moved(one, old.get(one.id)));
    if (changed) return changed.id;
  }
  if (containers.some(({ id }) => id === current)) return current;
  return (containers.find(({ state }) => state === 'running') ?? containers[0])?.id;
}

/** Whether a command did something to it: health checks and time alone do not count. */
function moved(one: ContainerRunView, old: ContainerRunView | undefined): boolean {
  if (old === undefined) return true;
  const told = ({ events }: ContainerRunView): string =>
    events
      .filter(({ kind }) => kind !== 'probe')
      .map(({ kind, at }) => `${kind}${at}`)
      .at(-1) ?? '';
  return one.state !== old.state || told(one) !== told(old) || one.name !== old.name;
}
