// The network below programs: wires, interfaces, routes, connections, and how names become addresses.
// Knows stacks and sockets; refuses to know Docker's networks, protocols above TCP, and the outside.
// What is not modelled: packets, IPv6 but for `::1`, and datagrams.
export { NetworkInterface, Segment } from './interface.ts';
export {
  broadcast,
  formatIPv4,
  formatSubnet,
  inSubnet,
  isLoopback,
  netmask,
  parseIPv4,
  parseSubnet,
  type Subnet,
  subnetSize,
} from './ipv4.ts';
export { ask, type Lookup, resolverConfig } from './names.ts';
export { type Route, routeTo } from './route.ts';
export { type Forward, type NameServer, NetworkStack } from './stack.ts';
export { type Endpoint, StreamSocket } from './stream.ts';
