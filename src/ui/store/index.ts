// The Store picture's public face: names, manifests, configs and layers of a machine, what removing would free, and the digest ripple.
// Knows the session's views and queries. Refuses to know the engine and the other pictures.
export { StorePicture as Picture } from './StorePicture.tsx';
