// The running engine: state plus what is in use.
// Knows the kernel and the store; refuses to know command lines and output formats.
export { type Connector, Daemon, type HubDoor, type LiveContainer, type Network, rfc3339 } from './daemon.ts';
