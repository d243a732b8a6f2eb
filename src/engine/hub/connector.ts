import type { Connector } from '../daemon/index.ts';
import { DEFAULT_DOMAIN } from '../reference/index.ts';
import type { Hub } from './hub.ts';
import { hubRemote } from './remote.ts';

/** The way to Docker Hub for engines whose network has one. */
export const hubConnector = (hub: Hub): Connector =>
  function* toHub(daemon, domain) {
    return domain === DEFAULT_DOMAIN ? hubRemote(hub, daemon) : undefined;
  };
