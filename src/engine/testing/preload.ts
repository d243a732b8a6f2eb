// Imported for its effect by tests that run programs without waiting: every applet is there from the start.
import { preloadApplets } from '../programs/busybox/lazy-applets.ts';
import '../programs/index.ts';

await preloadApplets();
