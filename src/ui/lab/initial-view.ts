// The picture of a lab's start, computed while the site is built: it stands there before the engine has loaded, and without a script.
import type { StartData } from '../../course/index.ts';
import { engine } from '../engine/index.ts';
import type { LabView } from '../session/index.ts';
import { begin, machinesOf } from '../session/start.ts';

/** Entries per layer that go into the page; the engine in the page knows them all. */
const shown = 8;
const known = new Map<StartData, LabView>();

export async function initialView(start: StartData): Promise<LabView> {
  const before = known.get(start);
  if (before) return before;
  const session = engine.create(machinesOf(start));
  await begin(session, start);
  const view = session.view();
  const short = {
    ...view,
    machines: view.machines.map((machine) => ({
      ...machine,
      images: machine.images.map((image) => ({
        ...image,
        rows: image.rows.map((row) => (row.changes ? { ...row, changes: row.changes.slice(0, shown) } : row)),
      })),
    })),
  };
  known.set(start, short);
  return short;
}
