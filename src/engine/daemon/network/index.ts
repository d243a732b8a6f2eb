// Docker's networks: records, addresses, bridges on the host, ports that lead to containers, and names found inside.
// Knows what an engine does to the network of its host; refuses to know packets, which are the kernel's, and how commands print.
export { attach, detach, dnsNames } from './attach.ts';
export { BRIDGE, HOST, NONE, PREDEFINED } from './builtin.ts';
export { connectNetwork, disconnectNetwork } from './connect.ts';
export { checkEndpoint } from './endpoint-rules.ts';
export { HostNetwork, type Wire } from './host-network.ts';
export { closeSandbox, openSandbox } from './join.ts';
export { macOf } from './mac.ts';
export { linkedContainers, sandboxesOn } from './names.ts';
export { createNetwork, type NetworkRequest, pruneNetworks, removeNetwork } from './networks.ts';
export { type Attachment, type Published, Sandbox } from './sandbox.ts';
