import { Simulation } from '../../../cli/machine/simulation.ts';
import { saveImages } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Body } from '../../../engine/tree/index.ts';
import type { Machine, World } from '../../../engine/world/index.ts';
import type { ArchiveFormat, KeepQueries } from '../../session/queries/keep.ts';
import { Refusal } from '../../session/refusal/index.ts';
import { asLayout, layersIn } from './keep-layout.ts';
import type { Answers } from './moment.ts';

/** Most bytes of a piece. */
const LARGEST_PIECE = 8 << 20;
/** Archives that are remembered. They hold no bytes of their own: a layer's are those of the store. */
const REMEMBERED = 4;

const archives = new Map<number, Body>();
let made = 0;

export const answers: Answers<KeepQueries> = {
  'keep.archive': ({ world, machine }, { image, names, format }) => {
    const archive = archiveOf(world, machine, names.length === 0 ? [image] : names, format);
    archives.set(++made, archive);
    for (const old of archives.keys()) if (archives.size > REMEMBERED) archives.delete(old);
    return { archive: made, size: archive.size, layers: layersIn(archive) };
  },
  'keep.piece': (_, { archive, offset, length }) => {
    const body = archives.get(archive);
    if (body === undefined) throw new Refusal('gone.archive');
    return body.read(offset, Math.min(length, LARGEST_PIECE)).slice();
  },
};

/** What the machine's own engine writes. Docker 20.10 knows no layout, so for one the same store is asked through Docker 28. */
function archiveOf(world: World, machine: Machine, names: readonly string[], format: ArchiveFormat): Body {
  const { profile, ...engine } = machine.engine;
  const asked: Machine = { ...machine, engine: profile === 'classic' && format === 'oci' ? engine : machine.engine };
  const { machines } = new Simulation({ ...world, machines: new Map([[machine.name, asked]]) });
  const running = machines.get(machine.name);
  if (running === undefined) throw new Refusal('machine.none', { machine: machine.name });
  try {
    const archive = saveImages(running.daemon, names);
    return format === 'oci' ? asLayout(archive) : archive;
  } catch (error) {
    if (error instanceof DockerError) throw error.code === 'NotFound' ? new Refusal('gone.image') : new Error(error.message);
    throw error;
  }
}
