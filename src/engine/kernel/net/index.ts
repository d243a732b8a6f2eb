// The network below programs: wires, interfaces, routes, connections, and how names become addresses.
// Knows stacks and sockets; refuses to know Docker's networks, protocols above TCP, and the outside.
// What is not modelled: packets, IPv6 but for `::1`, and datagrams.
export { NetworkInterface, Segment } from './interface.ts';
export {
  broadcast,
  formatIPv4,
  formatSubnet,
  inSubnet,
  isAny,
  isLoopback,
  netmask,
  overlaps,
  parseIPv4,
  parseSubnet,
  type Subnet,
  subnetSize,
} from './ipv4.ts';
export { ask, EMBEDDED_SERVER, type Lookup, lookupLocally, resolverConfig } from './names.ts';
export { NetCalls } from './net-calls.ts';
export { type Route, routeTo } from './route.ts';
export { type Forward, type NameServer, NetworkStack } from './stack.ts';
export { type Endpoint, Listener, StreamSocket, socketPair } from './stream.ts';
