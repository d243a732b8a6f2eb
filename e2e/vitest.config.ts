import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser that shares two cores with everything else may be late once; what fails twice is broken.
    retry: 1,
    // Two cores serve the engine's worker and the browser; more at once only makes timings lie.
    fileParallelism: false,
  },
});
