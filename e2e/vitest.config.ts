import { defineConfig } from 'vitest/config';

/** Files that look at pages, and wait for nothing that a machine in the page does. */
const pages = ['pages', 'built-pages', 'course-pages', 'outputs', 'authoring', 'progress'].map((name) => `e2e/${name}.test.ts`);

const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A browser that shares two cores with everything else may be late once; what fails twice is broken.
  retry: 1,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'pages', include: pages, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...shared,
          name: 'labs',
          include: ['e2e/**/*.test.ts'],
          exclude: pages,
          // Two cores serve the engine's worker and the browser; more at once only makes timings lie.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
