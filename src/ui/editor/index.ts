// The editor's public face: the open files, and the tree of files beside it; both share one workspace per session.
// Knows the session, its questions and words. CodeMirror is loaded only when a text is opened.
export { Editor } from './Editor.tsx';
export { Files } from './files/Files.tsx';
export { workspaceOf } from './workspace/workspace.ts';
