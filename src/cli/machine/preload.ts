// Imported for its effect by what runs commands without waiting: tests, and tools on the command line.
import { preload } from '../../engine/kernel/index.ts';
import '../../engine/testing/preload.ts';
import { building } from '../docker/registry.ts';
import { dockerCommandLine } from './docker-program.ts';

await Promise.all([preload(dockerCommandLine), preload(building)]);
