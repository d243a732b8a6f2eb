// Containers and volumes as values.
// Knows what `docker inspect` can tell of them; refuses to know how processes run and how output looks.
export type {
  Container,
  ContainerState,
  HealthResult,
  HealthState,
  HostConfig,
  LogLine,
  MountPoint,
  MountRequest,
  Network,
  Status,
  Volume,
} from './container.ts';
export { type Endpoint, plainEndpoint } from './endpoint.ts';
export type { Run } from './run.ts';
