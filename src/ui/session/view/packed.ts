// A view on its way from worker to page: what a layer changes is sent once, however often the layer is seen.
import type { ChangeView, HistoryRowView, ImageView } from './layers.ts';
import type { LabView, MachineView } from './machine.ts';

type PackedImage = Omit<ImageView, 'rows'> & { readonly rows: readonly Omit<HistoryRowView, 'changes'>[] };
type PackedMachine = Omit<MachineView, 'images'> & { readonly images: readonly PackedImage[] };

export type PackedView = Omit<LabView, 'machines'> & {
  readonly machines: readonly PackedMachine[];
  /** By chainID, of layers that were not sent before. */
  readonly layers: Readonly<Record<string, readonly ChangeView[]>>;
};

/** Takes out what has been sent; `sent` is kept by the sender. */
export function packView(view: LabView, sent: Set<string>): PackedView {
  const layers: Record<string, readonly ChangeView[]> = {};
  const row = ({ changes, ...rest }: HistoryRowView) => {
    if (rest.chainID !== undefined && changes !== undefined && !sent.has(rest.chainID)) {
      sent.add(rest.chainID);
      layers[rest.chainID] = changes;
    }
    return rest;
  };
  const machines = view.machines.map((machine) => ({
    ...machine,
    images: machine.images.map((image) => ({ ...image, rows: image.rows.map(row) })),
  }));
  return { ...view, machines, layers };
}

/** Puts it back; `known` is kept by the receiver. */
export function unpackView({ layers, ...view }: PackedView, known: Map<string, readonly ChangeView[]>): LabView {
  for (const [chainID, changes] of Object.entries(layers)) known.set(chainID, changes);
  const machines = view.machines.map((machine) => ({
    ...machine,
    images: machine.images.map((image) => ({
      ...image,
      rows: image.rows.map((row): HistoryRowView => {
        const changes = row.chainID === undefined ? undefined : known.get(row.chainID);
        return changes === undefined ? row : { ...row, changes };
      }),
    })),
  }));
  return { ...view, machines };
}
