// The Fence picture's public face: images side by side, equal layers joined.
// Knows the session's views and words. Refuses to know the engine.
export { FencePicture as Picture } from './FencePicture.tsx';
