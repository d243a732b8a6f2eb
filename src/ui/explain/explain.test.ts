import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errors as en } from './errors.en.ts';
import { errorIn, errorOf, lessons } from './errors.ts';
import { topicOfLine } from './lines.ts';
import { explainLine, explanationOf, remedyOf } from './lookup.ts';
import { report } from './report.ts';
import { topics } from './topics.en.ts';
import { explainWords } from './words.ts';

const folder = new URL('..', import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

describe('explanations', () => {
  it('XPL-1 every topic that a part of the page names has words, in both languages', () => {
    const named = sources.flatMap((name) =>
      [...readFileSync(folder + name, 'utf8').matchAll(/data-explain="([\w.-]+)"/g)].map(([, topic]) => topic ?? ''),
    );
    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((topic) => explanationOf(topic, 'zh') === undefined || !(topic in topics))).toEqual([]);
  });

  it('XPL-1 a topic without words of its own is explained by what it is part of', () => {
    expect(explanationOf('run.event.die', 'en')?.title).toBe('Event');
    expect(explanationOf('nothing.here', 'en')).toBeUndefined();
  });

  it('XPL-1 every lesson that an explanation or an error names is one of the course', () => {
    const chapters = new URL('../../../content/chapters', import.meta.url).pathname;
    const there = new Set(readdirSync(chapters, { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/^.*\/\d+-/, '')));
    const named = [...Object.values(lessons), ...Object.values(topics).flatMap((topic) => ('lesson' in topic ? [topic.lesson] : []))];
    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((lesson) => !there.has(lesson))).toEqual([]);
  });

  it('XPL-2 of what is not simulated the page that lists it is told', () => {
    expect(explainLine('strata: "docker swarm init" is not simulated; docs/differences.md lists what is', 'en')).toMatchObject({
      fidelity: true,
    });
  });

  it.each([
    ['Error response from daemon: No such image: web:9', 'no-such-image', 'web:9'],
    ['Error response from daemon: No such container: x', 'no-such-container', 'x'],
    [
      'Error response from daemon: conflict: unable to remove repository reference "busybox" (must force) - container 1f7c is using its referenced image e739',
      'rmi-used',
      'busybox',
    ],
    [
      'docker: Error response from daemon: Conflict. The container name "/c1" is already in use by container "91". You have to remove (or rename) that container to be able to reuse that name.',
      'name-in-use',
      'c1',
    ],
    ['docker: Error response from daemon: no command specified', 'no-command', ''],
    [
      'docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown',
      'exec-not-found',
      'nosuch',
    ],
    [
      'docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown',
      'no-shell',
      '/bin/sh',
    ],
    [
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref x: "/nothere": not found',
      'copy-missing',
      'nothere',
    ],
    ['Dockerfile:2', undefined, ''],
    [
      'ERROR: failed to build: failed to solve: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3',
      'run-failed',
      '/bin/sh -c exit 3',
    ],
    ['docker: invalid reference format: repository name (library/Web) must be lowercase', 'bad-reference', ''],
    ['sh: nosuch: not found', 'command-not-found', 'nosuch'],
    ['curl: (7) Failed to connect to localhost port 81 after 0 ms: Could not connect to server', 'curl-refused', '81'],
    [
      'ERROR: failed to build: failed to solve: nosuch: failed to resolve source metadata for docker.io/library/nosuch:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'build-pull-denied',
      'nosuch',
    ],
    ['An image does not exist locally with the tag: alpine', 'push-nothing', 'alpine'],
    ['ERROR: failed to build: failed to solve: the Dockerfile cannot be empty', 'empty-dockerfile', ''],
    [`ERROR: failed to build: failed to solve: base name (\${NOPE}) should not be blank`, 'blank-base', `\${NOPE}`],
    ['docker: Error response from daemon: Invalid container name (r), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed', 'bad-name', 'r'],
    ['open nope.tar: no such file or directory', 'no-file', 'nope.tar'],
    ['sh: 1: cd: can’t cd to nope'.replace('’', "'"), 'no-file', 'nope'],
    ['unexpected EOF', 'bad-archive', ''],
    ['Error response from daemon: Could not find the file /nope in container qq', 'cp-missing', '/nope'],
    ['Error response from daemon: network with name n1 already exists', 'network-exists', 'n1'],
    ['Error response from daemon: get nope: no such volume', 'no-volume', 'nope'],
    ['Error: No such object: nope', 'no-object', 'nope'],
    ['no such manifest: docker.io/library/nope:latest', 'no-manifest', 'docker.io/library/nope:latest'],
    ['docker: Error response from daemon: Minimum memory limit allowed is 6MB', 'memory-least', '6MB'],
    [
      'docker: Error response from daemon: create a/b: "a/b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path',
      'bad-volume',
      'a/b',
    ],
    ['docker: Invalid hostPort: 99999', 'bad-port', '99999'],
    ['docker: conflicting options: cannot specify both --restart and --rm', 'rm-restart', ''],
    ['docker: Error response from daemon: unable to find user nosuch: no matching entries in passwd file', 'no-user', 'nosuch'],
    ["Error response from daemon: invalid filter 'bad'", 'bad-filter', 'bad'],
    ['failed to save image: invalid output path: stat /nope: no such file or directory', 'output-path', '/nope'],
    ['You cannot attach to a stopped container, start it first', 'attach-stopped', ''],
    ['ERROR: failed to build: failed to solve: secret s: not found', 'no-secret', 's'],
    ['cowardly refusing to save to a terminal. Use the -o flag or redirect', 'to-terminal', ''],
    ["docker: 'docker search' requires 1 argument", 'needs-arguments', '1'],
    ["ERROR: docker: 'docker buildx build' requires 1 argument", 'needs-arguments', '1'],
    [`template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext`, 'bad-template', 'Nope'],
    ['template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"', 'bad-template', 'Nope'],
    ['failed to parse template: template: :1: unclosed action', 'template-form', 'unclosed action'],
    ['docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available', 'cpus', '2'],
    ['Error response from daemon: Container 2c is not paused', 'not-paused', ''],
    ['Error response from daemon: Container aa is paused, unpause the container before exec', 'paused', 'aa'],
    [
      'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nope',
      'bind-missing',
      '/nope',
    ],
    [
      "docker: Error response from daemon: the working directory 'rel' is invalid, it needs to be an absolute path",
      'workdir-relative',
      'rel',
    ],
    ['Error response from daemon: bridge is a pre-defined network and cannot be removed', 'own-network', 'bridge'],
    ['* user specified IP address is supported on user defined networks only', 'own-address', ''],
    ['Error response from daemon: error while removing network: network nn has active endpoints (name:"nb" id:"f7")', 'network-used', 'nn'],
    ['Error response from daemon: endpoint with name aa already exists in network bridge', 'connected', 'aa'],
    ['Error response from daemon: container 72c3 is not connected to network none', 'not-connected', 'none'],
    ['ERROR: failed to build: unable to prepare context: path "nodir" not found', 'no-context', 'nodir'],
    ['ERROR: failed to build: failed to solve: target stage "nope" could not be found', 'no-target', 'nope'],
    ['ERROR: failed to build: failed to solve: invalid stage index 9', 'no-target', '9'],
    ['the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/', 'needs-buildkit', 'mount'],
    ['ERROR: failed to build: Multi-platform build is not supported for the docker driver.', 'one-platform', ''],
    ['ERROR: failed to build: failed to solve: ENV must have two arguments', 'name-value', 'ENV'],
    ['must specify at least one container source', 'copy-where', ''],
    ['Error response from daemon: create v2: error looking up volume plugin bad: plugin "bad" not found', 'no-plugin', 'bad'],
    ['docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]', 'no-gpu', ''],
    ["Error: No public port '80' published for aa", 'not-published', '80'],
    ['Error response from daemon: Renaming a container with the same name as its current name', 'same-name', ''],
    ['Error: Non-null Username Required', 'no-login', ''],
    ["docker: Error response from daemon: invalid restart policy: unknown policy 'bad'; use one of 'no', 'always'", 'bad-value', 'bad'],
    ['Error response from daemon: cannot kill container: a: invalid signal: BAD', 'bad-value', 'BAD'],
    ['failed to parse value as time or duration: "bad"', 'bad-value', 'bad'],
    [`invalid argument "5x" for "-m, --memory" flag: invalid suffix: 'x'`, 'bad-value', '5x'],
    ['docker: Error response from daemon: invalid mount config for type "bad": mount type unknown', 'bad-value', 'bad'],
    ['docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_NOPE"', 'bad-value', 'CAP_NOPE'],
    ['lstat /root/none: no such file or directory', 'no-file', '/root/none'],
    ["ls: cannot access 'nope': No such file or directory", 'no-file', 'nope'],
    ["wget: can't connect to remote host (127.0.0.1): Connection refused", 'refused', '127.0.0.1'],
    ["ping: bad address 'nope'", 'curl-host', 'nope'],
    ['cat: read error: Is a directory', 'is-directory', ''],
    ['hello', undefined, ''],
  ])('XPL-2 the error in %j', (line, error, value) => {
    expect(errorIn(line)?.error).toBe(error);
    if (error !== undefined) expect(errorIn(line)?.values[1]).toBe(value);
  });

  it('XPL-2 of several lines the last error counts, and colours do not matter', () => {
    expect(errorOf('Error: No such image: a\nfine\n\x1b[31mError: No such container: b\x1b[0m\n\n')?.error).toBe('no-such-container');
  });

  it('XPL-2 no place is left unfilled in a sentence', () => {
    for (const key of Object.keys(en)) {
      const [error = ''] = key.split('.');
      const found = { error, values: { 1: 'one', 2: 'two' } } as Parameters<typeof remedyOf>[0];
      for (const locale of ['en', 'zh'] as const) expect(JSON.stringify(remedyOf(found, locale))).not.toMatch(/\{\d\}/);
    }
  });

  it.each([
    [' => CACHED [2/3] COPY a /', 'line.cached'],
    [' => [internal] load build definition from Dockerfile', 'line.internal'],
    ['Step 2/3 : COPY a /', 'line.step'],
    ['4f4fb700ef54: Layer already exists', 'line.layer-exists'],
    ['REPOSITORY   TAG   IMAGE ID', 'line.images'],
    ['C /etc', 'line.diff'],
    ['some words', 'line.output'],
  ])('XPL-3 the line %j', (line, topic) => {
    expect(topicOfLine(line)).toBe(topic);
    expect(explainLine(line, 'en')).toMatchObject({ title: topics[topicOfLine(line)].title });
  });

  it('XPL-4 the state as text: goal, images, containers and the last commands', () => {
    const text = report(
      {
        now: 0,
        terminals: [],
        machines: [
          {
            name: 'strata',
            profile: 'graphdriver',
            images: [{ id: `sha256:${'ab'.repeat(32)}`, tags: ['web:1'], size: 2_000_000, created: 0, rows: [] }],
            containers: [],
          } as never,
        ],
      },
      [{ number: 1, line: 'docker rmi x', exit: 1, output: '\x1b[31mError: No such image: x\x1b[0m\n', prompt: '$ ', terminal: 0 }],
      { title: 'Share on purpose', goals: [{ id: 'a', say: 'In left:1, /a can be seen' }], verdict: undefined },
      explainWords('en'),
    );
    expect(text).toBe(
      'Strata lab, Docker 28\n\nGoal: Share on purpose\n- In left:1, /a can be seen (not met)\n\nMachine strata\nImages:\n- web:1 abababababab 2 MB\nContainers:\n- none\n\nLast commands:\n$ docker rmi x (exit code 1)\nError: No such image: x\n',
    );
  });

  it.each([
    ['classic', 'Strata lab, Docker 20.10', 'Strata 实验，Docker 20.10'],
    ['containerd', 'Strata lab, Docker 28 with the containerd store', 'Strata 实验，Docker 28（containerd 存储）'],
  ] as const)('XPL-4 the text says which Docker it is: %s', (profile, ...titles) => {
    const view = { now: 0, terminals: [], machines: [{ name: 'strata', profile, images: [], containers: [] } as never] };
    expect((['en', 'zh'] as const).map((locale) => report(view, [], undefined, explainWords(locale)).split('\n')[0])).toEqual(titles);
  });
});
