// Networks as records: names, labels and who is connected.
// Knows which the engine makes itself; refuses to know packets and addresses, for nothing is sent here.
export { connectNetwork, createNetwork, disconnectNetwork, type NetworkRequest, pruneNetworks, removeNetwork } from './networks.ts';
