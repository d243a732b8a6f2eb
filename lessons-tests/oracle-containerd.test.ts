// Recordings of a Docker with the containerd image store.
import { replay } from './oracle/replay.ts';

replay('oracle-containerd');
