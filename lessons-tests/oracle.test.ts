// Recordings of a Docker without a network, as installed: images in a graph driver.
import { replay } from './oracle/replay.ts';

replay('oracle');
