// The Stack picture's public face: an image's layers, what each added, changed and removed, and a container's writable layer on top.
// Knows LabView and words. Refuses to know the engine, the session and the other pictures.
export { displayName, type StackModel, stackModel } from './model.ts';
export { Stack } from './Stack.tsx';
export { containerSubject, follow, imageSubject, type Subject } from './subject.ts';
