// A part of a page that takes a JSON file, dropped on it or chosen.
// Knows how a file is given. Refuses to know what stands in it.
export { useFileDrop } from './use-file-drop.tsx';
