// The Fence picture's public face: images side by side, equal layers joined.
// Knows LabView and words. Refuses to know the engine and the session.
export { Fence } from './Fence.tsx';
export { fenceModel } from './model.ts';
