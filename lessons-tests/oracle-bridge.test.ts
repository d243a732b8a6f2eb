// Recordings of a Docker with a bridge and a network around it.
import { replay } from './oracle/replay.ts';

replay('oracle-bridge', 'NET-11');
