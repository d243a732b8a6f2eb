import '../../../cli/machine/preload.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import { completeLine } from './index.ts';
import { lineAt } from './words.ts';

const session = new Session(newWorld({ seed: 1, now: 1_767_225_600, hub: true }));

function run(line: string): void {
  session.start(line);
  for (let turn = 0; turn < 10_000; turn++) if (session.step(() => false).done !== undefined) return;
  throw new Error(`${line}: did not end`);
}

beforeAll(() => {
  run(`mkdir -p 'app/my dir' app/src .hidden; echo x > app/src/main.js; echo y > 'app/a file'`);
  run(`printf 'FROM busybox AS Build\\nRUN true\\nFROM build AS test\\nFROM scratch\\nCOPY --from=build /bin /\\n' > app/Dockerfile`);
  run('docker tag busybox web:1; docker tag busybox web:2; docker volume create data; docker network create back');
  run('docker run -d --name api busybox sleep 1000; docker create --name made busybox; docker run -d --name held busybox sleep 1000');
  run('docker pause held; WHERE=app; export WHERE; greet() { :; }; alias ll="ls -l"');
});

/** `|` marks the cursor; what stands behind it does not matter. */
async function at(text: string): Promise<readonly string[]> {
  const cursor = text.indexOf('|') < 0 ? text.length : text.indexOf('|');
  return (await completeLine(session, text.replace('|', ''), cursor)).candidates;
}

const lines: readonly (readonly [line: string, ...expected: string[]])[] = [
  ['gree', 'greet'],
  ['mkdi', 'mkdir'],
  ['echo a && mkdi', 'mkdir'],
  ['if mkdi', 'mkdir'],
  ['X=1 mkdi', 'mkdir'],
  ['echo $(mkdi', 'mkdir'],
  ['docker im', 'image', 'images', 'import'],
  ['docker image pr', 'prune'],
  ['docker buildx imag', 'imagetools'],
  ['docker --debug im', 'image', 'images', 'import'],
  ['docker run --ent', '--entrypoint'],
  ['docker run we', 'web:1', 'web:2'],
  ['docker run -it --name x we', 'web:1', 'web:2'],
  ['docker run -p 80:80 we', 'web:1', 'web:2'],
  ['docker rmi web:1 we', 'web:2'],
  ['docker tag we', 'web:1', 'web:2'],
  ['docker stop ', 'api', 'held'],
  ['docker start ', 'made'],
  ['docker exec ', 'api'],
  ['docker unpause ', 'held'],
  ['docker rm ', 'api', 'held', 'made'],
  ['docker rm api ', 'held', 'made'],
  ['docker exec api mkdi', 'mkdir'],
  ['docker exec api /bin/mkdi', '/bin/mkdir'],
  ['docker exec api cat /etc/pass', '/etc/passwd'],
  ['docker cp ap', 'api:', 'app/'],
  ['docker cp api:/etc/pass', 'api:/etc/passwd'],
  ['docker volume rm ', 'data'],
  ['docker run -v ', 'data:'],
  ['docker run -v ./ap', './app/'],
  ['docker run --network ', 'back', 'bridge', 'container:', 'host', 'none'],
  ['docker run --network=ba', 'back'],
  ['docker run --network=container:a', 'container:api'],
  ['docker network connect back a', 'api'],
  ['docker network rm ', 'back', 'bridge', 'host', 'none'],
  ['docker run --restart on', 'on-failure', 'on-failure:'],
  ['docker run --pull=m', 'missing'],
  ['docker build --progress p', 'plain'],
  ['docker run --platform=linux/am', 'linux/amd64'],
  ['docker run --cap-add NET_A', 'NET_ADMIN'],
  ['docker ps --filter sta', 'status='],
  ['docker ps --filter status=ex', 'status=exited'],
  ['docker ps -f name=a', 'name=api'],
  ['docker ps -f ancestor=web:', 'ancestor=web:1', 'ancestor=web:2'],
  ['docker images --filter=dangling=t', 'dangling=true'],
  ["docker ps --format '{{.Na", "'{{.Names}}'"],
  ["docker ps --format '{{.Names}} {{.Sta", "'{{.Names}} {{.State}}'", "'{{.Names}} {{.Status}}'"],
  ['docker ps --format ta', 'table'],
  ['docker inspect --type vo', 'volume'],
  ['docker build -f app/Dockerfile --target ', 'Build', 'test'],
  ['docker build --target=te|  app', ''],
  ['docker build -t x ap', 'app/'],
  ['docker pull hello-w', 'hello-world'],
  ['docker pull alpine:3.20', 'alpine:3.20', 'alpine:3.20.8'],
  ['docker buildx rm ', 'default'],
  ['docker run --mount type=', 'type=bind', 'type=tmpfs', 'type=volume'],
  ['docker run --mount type=volume,source=da', 'type=volume,source=data'],
  ['docker nope ', ''],
  ['ls app/my', 'app/my\\ dir/'],
  ['ls app/my\\ d', 'app/my\\ dir/'],
  ['ls "app/my d', '"app/my dir/'],
  ["ls 'app/a f", "'app/a file'"],
  ['ls ~/ap', '~/app/'],
  ['ls $WHERE/sr', '$WHERE/src/'],
  ['echo hi > app/Do', 'app/Dockerfile'],
  ['cat < app/Do', 'app/Dockerfile'],
  ['cat 2>app/Do', 'app/Dockerfile'],
  ['cd app/', 'app/my\\ dir/', 'app/src/'],
  ['ls .hid', '.hidden/'],
  ['echo $WHE', '$WHERE'],
  ['echo "${WHE', '${WHERE}'],
  ["echo '$WHE", ''],
  ['unset WHE', 'WHERE'],
  ['unalias l', 'll'],
  ['type gree', 'greet'],
];

describe('completion', () => {
  it.each(lines)('TRM-10 %s', async (line, ...expected) => {
    const list = await at(line);
    expect(list).toEqual(expected.filter((one) => one !== ''));
  });

  it('TRM-11 flags come long and short with the words of the help, and those given before only when they may come again', async () => {
    const { candidates, details = [] } = await completeLine(session, 'docker run --rm -e A=1 -', 24);
    const note = (name: string) => details[candidates.indexOf(name)];
    expect(candidates).not.toContain('--rm');
    expect(note('--env')).toMatchObject({ kind: 'flag', shown: '--env list', note: 'Set environment variables' });
    expect(note('-d')).toMatchObject({ shown: '-d', note: 'Run container in background and print container ID' });
  });

  it('TRM-11 images and containers say what they are', async () => {
    const of = async (line: string) => (await completeLine(session, line, line.length)).details?.[0];
    expect(await of('docker rmi web:1')).toMatchObject({
      kind: 'image',
      note: expect.stringMatching(/^[0-9a-f]{12} {2}1\.986MB$/) as string,
    });
    expect(await of('docker logs api')).toMatchObject({ kind: 'container', note: 'busybox  running' });
    expect(await of('docker pull nginx')).toMatchObject({ kind: 'hub' });
  });

  it('TRM-12 an id that is begun is completed', async () => {
    const id = [...session.machine.daemon.state.containers.values()].find(({ name }) => name === 'api')!.id;
    expect(await at(`docker rm ${id.slice(0, 5)}`)).toEqual([id.slice(0, 12)]);
    const image = [...session.machine.daemon.state.images.images.keys()][0]!;
    expect(await at(`docker rmi ${image.slice(0, 12)}`)).toEqual([image]);
    expect(await at(`docker rmi ${image.slice(7, 12)}`)).toEqual([image.slice(7, 19)]);
  });

  it('TRM-13 options of a program come from its own help', async () => {
    const { candidates, details = [] } = await completeLine(session, 'sort -', 6);
    expect(candidates).toContain('-u');
    expect(details[candidates.indexOf('-u')]?.note).toBe('Suppress duplicate lines');
    expect(await at('nosuchprogram -')).toEqual([]);
  });
});

describe('inside a container', () => {
  const there = new Session(newWorld({ seed: 1, now: 1_767_225_600, hub: true }));
  const inside = async (text: string) => (await completeLine(there, text, text.length)).candidates;
  const until = (done: () => boolean) => {
    for (let turn = 0; turn < 10_000; turn++) if (there.step(() => false).done !== undefined || done()) return;
    throw new Error('did not come to it');
  };
  const type = (text: string) => {
    there.type(text);
    until(() => there.main.wantsInput && there.tty.relay?.hasInput === false);
  };

  beforeAll(() => {
    for (const line of ['docker run -dit --name web busybox', 'touch only-on-the-host']) {
      there.start(line);
      until(() => false);
    }
    there.start('docker exec -it -e PATH=/bin:/opt web sh');
    until(() => there.main.wantsInput);
    type('mkdir -p /opt/my-app; cd /opt; echo x > tool; chmod +x tool\n');
  });

  it.each([
    ['cd /et', '/etc/'],
    ['cat /etc/pass', '/etc/passwd'],
    ['ls m', 'my-app/'],
    ['cd t', ''],
    ['./t', './tool'],
    ['too', 'tool'],
    ['mkdi', 'mkdir'],
    ['true && mkdi', 'mkdir'],
    ['getop', 'getopt', 'getopts'],
    ['cat < t', 'tool'],
    ['docker r', ''],
    ['ls only', ''],
  ])('TRM-72 %s', async (line, ...expected) => {
    expect(await inside(line)).toEqual(expected.filter((one) => one !== ''));
  });

  it("TRM-72 when the shell inside has ended, Tab is the host's again", async () => {
    there.type('exit\n');
    until(() => false);
    expect(there.tty.relay).toBeUndefined();
    expect(await inside('ls only')).toEqual(['only-on-the-host']);
  });
});

describe('words', () => {
  it.each([
    ['a b', ['a'], 'b', 'argument'],
    ['a "b c', ['a'], 'b c', 'argument'],
    ['a b\\ c', ['a'], 'b c', 'argument'],
    ['a; b', [], 'b', 'command'],
    ['a | b c', ['b'], 'c', 'argument'],
    ['A=1 B=2 c d', ['c'], 'd', 'argument'],
    ['a $(b c', ['b'], 'c', 'argument'],
    ['a $(b c) d', ['a', ''], 'd', 'argument'],
    ['a 2>', ['a'], '', 'redirect'],
    ['a > b c', ['a'], 'c', 'argument'],
    ['while true; do x', [], 'x', 'command'],
  ] as const)('TRM-14 %s', (line, words, text, role) => {
    const found = lineAt(line);
    expect([found.words, found.typed.text, found.typed.role]).toEqual([words, text, role]);
  });
});
