// Share and keep: links, files, archives and sandboxes of a lab.
// Knows sessions and this device's store; refuses to know the engine, pictures and how a lab is laid out.
export { AccessBar } from './bar/AccessBar.tsx';
export { KeepBar } from './bar/KeepBar.tsx';
export { DropZone } from './drop/DropZone.tsx';
