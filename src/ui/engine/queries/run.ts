import type { RunQueries } from '../../session/queries/run.ts';
import { Refusal } from '../../session/refusal/index.ts';
import { allMountFiles } from '../view/mount-files.ts';
import { mountPointsOf, mountTree } from '../view/mounts.ts';
import type { Answers } from './moment.ts';

export const answers: Answers<RunQueries> = {
  'run.mount': ({ machine, live }, { container: id, target }) => {
    const daemon = live?.simulation.machines.get(machine.name)?.daemon;
    const container = machine.engine.containers.get(id);
    const point = container && mountPointsOf(container).find(({ Destination }) => Destination === target);
    if (container === undefined || point === undefined) throw new Refusal('gone.mount');
    const volume = machine.engine.volumes.get(point.Name ?? '');
    const place =
      daemon !== undefined
        ? mountTree(daemon, container, point)
        : point.Type === 'bind'
          ? { tree: machine.files, from: point.Source }
          : volume && { tree: volume.tree, from: '/' };
    return place === undefined ? [] : allMountFiles(place.tree, place.from, container, target);
  },
};
