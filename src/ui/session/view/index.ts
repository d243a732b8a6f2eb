// What the pictures draw: a plain, structured-cloneable view of the simulated world after a command.
// Knows no engine type. Sizes are bytes, times are seconds since the epoch, paths are absolute.

export type * from './builds.ts';
export type { ContainerView } from './containers.ts';
export type {
  BaseView,
  ChangeCounts,
  ChangeView,
  HistoryRowView,
  ImageView,
  LeakView,
  WastedPath,
  WasteView,
} from './layers.ts';
export { type LabView, type MachineView, machineOf, type TerminalView } from './machine.ts';
export type * from './remote.ts';
export type * from './run.ts';
export type { BlobView, StoreContainer, StoreImage, StoreLayer, StorePlatform, StoreView } from './store.ts';
