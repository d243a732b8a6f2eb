// The Stack picture's public face: an image's layers, what each added, changed and removed, and a container's writable layer on top.
// Knows the session's views and words. Refuses to know the engine and the other pictures.
export { displayName } from './model.ts';
export { StackPicture as Picture } from './StackPicture.tsx';
