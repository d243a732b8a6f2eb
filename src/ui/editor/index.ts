// The editor's public face: one open file, and the list of files beside it.
// Knows the session and words. CodeMirror is loaded only when a file is opened.
export { Editor } from './Editor.tsx';
export { Files } from './Files.tsx';
