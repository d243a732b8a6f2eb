import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'lessons-tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 60_000,
    // Two cores, two workers: left to itself, vitest keeps one of two cores free.
    maxWorkers: 2,
  },
});
