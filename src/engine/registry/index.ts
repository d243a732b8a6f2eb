// Registries: the distribution protocol's objects — blobs, manifests, indexes, tags — as values.
// Knows what a registry stores and answers; refuses to know engines, images in use and the network.
export { emptyRegistry, type Registry, type Repository } from './registry.ts';
