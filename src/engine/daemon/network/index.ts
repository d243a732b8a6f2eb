// Docker's networks: records, addresses, bridges on the host, ports that lead to containers, and names found inside.
// Knows what an engine does to the network of its host; refuses to know packets, which are the kernel's, and how commands print.
export { dnsNames } from './attach.ts';
export { connectNetwork, disconnectNetwork } from './connect.ts';
export { HostNetwork, type Wire } from './host-network.ts';
export { macOf } from './mac.ts';
export { sandboxesOn } from './names.ts';
export { createNetwork, type NetworkRequest, pruneNetworks, removeNetwork } from './networks.ts';
export type { Attachment, Published } from './sandbox.ts';
