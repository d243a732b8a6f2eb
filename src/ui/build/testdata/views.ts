// Builds as the engine tells them, for tests: a cache broken in a stage, a failure, the classic builder, a Dockerfile only read.
import type { BuildStepView, BuildView } from '../../session/view/index.ts';

const digest = (code: string): string => `sha256:${code.repeat(16).slice(0, 64)}`;
const layer = (code: string, size: number) => ({ diffID: digest(code), chainID: digest(`${code.slice(0, 3)}f`), size });

export function step(text: string, state: BuildStepView['state'], more: Partial<BuildStepView> = {}): BuildStepView {
  const kind = text.split(' ', 1)[0]!;
  return { text, kind, line: 1, lastLine: 1, onBuild: false, joins: [], fromContext: false, state, logged: false, known: state !== 'waiting', ...more };
}

const numbered = (steps: readonly BuildStepView[], from = 1): BuildStepView[] => steps.map((one, index) => ({ ...one, line: from + index, lastLine: from + index }));
const at = (number: number, total: number) => ({ place: { number, total } });
const base = { ground: [layer('63ca', 7_800_000)] };

export const broken: BuildView = {
  number: 2,
  builder: 'buildkit',
  started: 0,
  seconds: 3.4,
  command: 'docker build -t app .',
  cwd: '/root/app',
  dockerfile: 'Dockerfile',
  dockerfilePath: '/root/app/Dockerfile',
  tags: ['app:latest'],
  target: '',
  ok: true,
  image: digest('80d4'),
  stages: [
    {
      name: 'build',
      base: 'alpine:3.20',
      skipped: false,
      steps: numbered([
        step('FROM alpine:3.20 AS build', 'base', { ...at(1, 5), ...base }),
        step('WORKDIR /src', 'cached', { ...at(2, 5), layer: layer('3d82', 0) }),
        step('RUN apk add make', 'cached', { ...at(3, 5), layer: layer('003e', 240_000) }),
        step('COPY app.js .', 'ran', {
          ...at(4, 5),
          fromContext: true,
          because: {
            kind: 'files',
            more: 0,
            files: [
              {
                path: 'app.js',
                before: { kind: 'file', mode: 0o644, size: 310, digest: digest('aaaa') },
                now: { kind: 'file', mode: 0o644, size: 318, digest: digest('bbbb') },
              },
            ],
          },
          seconds: 0,
          layer: layer('8a04', 318),
        }),
        step('RUN make', 'ran', { ...at(5, 5), because: { kind: 'parent-changed' }, seconds: 3.1, layer: layer('95e2', 900), logged: true }),
      ]),
    },
    {
      name: 'lint',
      base: 'alpine:3.20',
      skipped: true,
      steps: numbered([step('FROM alpine:3.20 AS lint', 'waiting'), step('RUN false', 'waiting')], 6),
    },
    {
      name: '',
      base: 'alpine:3.20',
      skipped: false,
      steps: numbered(
        [
          step('FROM alpine:3.20', 'base', { ...at(1, 2), ...base }),
          step('ENV MODE=prod', 'config'),
          step('COPY --from=build /src/out /app/', 'cached', {
            ...at(2, 2),
            joins: [{ stage: 0, name: 'build', paths: ['/src/out'] }],
            layer: layer('5d21', 900),
          }),
          step('CMD ["/app/out"]', 'config'),
        ],
        8,
      ),
    },
  ],
  context: {
    directory: '/root/app',
    sent: [{ path: 'app.js', bytes: 318 }],
    sentFiles: 1,
    sentBytes: 318,
    unasked: [{ path: 'Dockerfile', bytes: 200 }],
    unaskedFiles: 1,
    unaskedBytes: 200,
    ignored: [
      { path: 'node_modules/', files: 1204, bytes: 34_000_000, line: 1, pattern: 'node_modules' },
      { path: 'a.log', bytes: 12, line: 3, pattern: '*.log' },
    ],
    ignoredFiles: 1205,
    ignoredBytes: 34_000_012,
    ignoreFile: '.dockerignore',
  },
};

export const failing: BuildView = {
  ...broken,
  number: 3,
  tags: [],
  ok: false,
  message: 'process "/bin/sh -c false" did not complete successfully: exit code: 1',
  messageLine: 3,
  stages: [
    {
      name: '',
      base: 'alpine:3.20',
      skipped: false,
      steps: numbered([
        step('FROM alpine:3.20', 'base', { ...at(1, 4), ...base }),
        step('RUN echo one', 'ran', { ...at(2, 4), because: { kind: 'first-build' }, seconds: 0.2, layer: layer('1f08', 12), logged: true }),
        step('RUN false', 'failed', { ...at(3, 4), because: { kind: 'first-build' }, exit: 1, error: 'exit code: 1', known: false }),
        step('RUN echo three', 'waiting'),
      ]),
    },
  ],
};

export const classic: BuildView = {
  ...broken,
  number: 4,
  builder: 'classic',
  command: 'DOCKER_BUILDKIT=0 docker build -t app .',
  stages: [
    {
      name: '',
      base: 'alpine:3.20',
      skipped: false,
      steps: numbered([
        step('FROM alpine:3.20', 'base', { ...at(1, 4), ...base }),
        step('ARG V=2', 'cached', at(2, 4)),
        step('RUN echo $V', 'ran', {
          ...at(3, 4),
          because: { kind: 'environment', variables: [{ name: 'V', now: '2' }] },
          seconds: 0.3,
          image: digest('c05f'),
        }),
        step('CMD ["sh"]', 'ran', { ...at(4, 4), because: { kind: 'parent-changed' } }),
      ]),
    },
  ],
};

/** One stage of so many steps, all from the cache but the last. */
export function long(count: number): BuildView {
  const steps = Array.from({ length: count - 2 }, (_, n) => step(`RUN echo ${n}`, 'cached', { ...at(n + 2, count), layer: layer('2ec2', 1) }));
  const last = step('RUN date', 'ran', {
    ...at(count, count),
    because: { kind: 'instruction-changed', before: 'RUN date -u', now: 'RUN date' },
    seconds: 0.1,
    layer: layer('0d0d', 30),
  });
  const { context: _, ...rest } = broken;
  return {
    ...rest,
    stages: [{ name: '', base: 'alpine:3.20', skipped: false, steps: numbered([step('FROM alpine:3.20', 'base', at(1, count)), ...steps, last]) }],
  };
}

/** The same as was built, only read. */
export const plan: BuildView = {
  ...broken,
  number: 0,
  stages: broken.stages.map((stage) => ({
    ...stage,
    skipped: false,
    steps: stage.steps.map(({ text, line, joins }) => step(text, 'waiting', { line, lastLine: line, joins })),
  })),
};
