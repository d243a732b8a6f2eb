import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores serve the engine's worker and the browser; more at once only makes timings lie.
    fileParallelism: false,
  },
});
