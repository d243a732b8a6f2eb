// The Stack picture's public face: an image's layers, what each added, changed and removed, and a container's writable layer on top.
// Knows the session's views and words. Refuses to know the engine and the other pictures.
export { displayName, stackModel } from './model.ts';
export { StackPicture as Picture } from './StackPicture.tsx';
export { StillStack } from './StillStack.tsx';
export { stackText } from './text.ts';
export { stackWords } from './words.ts';
