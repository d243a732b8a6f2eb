import { expect, test } from 'vitest';
import { dockerLine } from './testing.ts';

const out = (script: string): string => dockerLine(script).stdout;

test('CTR-3 the exit code of docker run is the command’s, 127 when it is not found, 126 when it cannot be executed', () => {
  expect(dockerLine('docker run busybox sh -c "exit 7"').exit).toBe(7);
  expect(dockerLine('docker run busybox nosuch').exit).toBe(127);
  expect(dockerLine('docker run busybox /etc').exit).toBe(126);
  expect(dockerLine('docker run busybox /etc/passwd').exit).toBe(126);
});

test('CTR-4 signals reach pid 1: stop sends the stop signal, kill ends it with 137, a named signal goes to its trap', () => {
  const trapped = `docker run -d --name c1 busybox sh -c 'trap "echo t; exit 4" TERM; trap "echo u" USR1; while :; do sleep 0.1; done' > /dev/null; docker exec c1 sleep 0.3`;
  expect(out(`${trapped}; docker stop c1; docker wait c1; docker logs c1`)).toBe('c1\n4\nt\n');
  expect(out(`${trapped}; docker kill -s USR1 c1; docker exec c1 sleep 0.3; docker kill c1; docker wait c1; docker logs c1`)).toBe(
    'c1\nc1\n137\nu\n',
  );
  expect(out('docker run -d --name c1 busybox sleep 1000 > /dev/null; docker stop -t 1 c1; docker wait c1')).toBe('c1\n137\n');
});

test('SHL-50 a script as process 1 hears INT when its command has ended, and never TERM', () => {
  const run = `docker run -d --name c1 busybox sh -c 'while :; do sleep 3; echo t; done' > /dev/null; docker exec c1 sleep 0.3`;
  expect(out(`${run}; docker kill -s INT c1; docker inspect -f '{{.State.Running}}' c1; docker wait c1; docker logs c1`)).toBe(
    'c1\ntrue\n130\n',
  );
  expect(out(`${run}; docker kill -s TERM c1; docker exec c1 sleep 4; docker logs c1`)).toBe('c1\nt\n');
});

test('CTR-5 a restart policy starts a container again and counts; a manual start counts from zero', () => {
  const inspect = "docker inspect -f '{{.RestartCount}} {{.State.Status}}' c1";
  const run = 'docker run -d --name c1 --restart on-failure:2 busybox sh -c "echo x; exit 5" > /dev/null; docker wait c1; sleep 2';
  expect(out(`${run}; ${inspect}; docker logs c1`)).toBe('5\n2 exited\nx\nx\nx\n');
  expect(out(`${run}; docker start c1; docker wait c1; sleep 2; ${inspect}; docker logs c1 | wc -l`)).toBe('5\nc1\n5\n2 exited\n6\n');
  expect(out(`docker run -d --name c1 --restart always busybox sleep 100 > /dev/null; docker stop -t 0 c1; ${inspect}`)).toBe(
    'c1\n0 exited\n',
  );
});

test('CTR-6 a container that waits to be restarted can be neither removed, paused nor entered, but stopped', () => {
  const run = 'docker run -d --name c1 --restart always busybox sh -c "exit 1" > /dev/null; sleep 2';
  const { stderr } = dockerLine(`${run}; docker rm c1; docker pause c1; docker exec c1 true`);
  expect(stderr).toContain('cannot remove container "c1": container is restarting: stop the container before removing or force remove');
  expect(stderr.match(/is restarting, wait until the container is running/g)).toHaveLength(2);
  expect(out(`${run}; docker stop c1; docker inspect -f '{{.State.Status}}' c1`)).toBe('c1\nexited\n');
});

test('CTR-7 files survive a stop, and docker diff tells what the container’s own layer holds', () => {
  expect(
    out('docker run --name c1 busybox sh -c "echo 1 >> /f; rm /etc/group; mkdir -p /a/b"; docker start -a c1; docker diff c1 | sort'),
  ).toBe('A /a\nA /a/b\nA /f\nC /etc\nD /etc/group\n');
  expect(
    out('docker create --name c1 -v /v --tmpfs /t -w /w busybox > /dev/null; docker start c1 > /dev/null; docker diff c1 | sort'),
  ).toBe('A /t\nA /v\nA /w\n');
});

test('CTR-8 exec joins a running container: its own user, directory and variables, its exit code, its standard input', () => {
  const run = 'docker run -d --name c1 -e V=1 -w /tmp busybox sleep 1000 > /dev/null';
  expect(out(`${run}; docker exec -e W=2 -u 5:6 -w /etc c1 sh -c 'echo $V $W; pwd; id'`)).toBe('1 2\n/etc\nuid=5 gid=6 groups=6\n');
  expect(out(`${run}; echo in | docker exec -i c1 cat; docker exec c1 sh -c 'exit 3'; echo $?`)).toBe('in\n3\n');
  expect(dockerLine(`${run}; docker exec c1 nosuch`)).toEqual({
    stdout: 'OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH\n',
    stderr: '',
    exit: 127,
  });
});

test('CTR-9 ps lists what runs, -a everything, and filters of one name are alternatives', () => {
  const some =
    'docker run --name e0 busybox true; docker run --name e2 busybox sh -c "exit 2"; docker create --name n1 busybox > /dev/null; docker run -d --name r1 busybox sleep 100 > /dev/null';
  const names = (flags: string): string => out(`${some}; docker ps --format '{{.Names}}' ${flags}`);
  expect(names('')).toBe('r1\n');
  expect(names('-a')).toBe('r1\nn1\ne2\ne0\n');
  expect(names('-f status=exited -f status=created')).toBe('n1\ne2\ne0\n');
  expect(names('-a -f exited=0')).toBe('e0\n');
  expect(names('-a -f before=e2')).toBe('e0\n');
  expect(names('-n 2')).toBe('r1\nn1\n');
});

test('CTR-10 logs keep both streams in order, cut by count and time', () => {
  const run = 'docker run --name c1 busybox sh -c "echo a; sleep 1; echo b; sleep 1; echo c" > /dev/null';
  expect(out(`${run}; docker logs -n 2 c1`)).toBe('b\nc\n');
  expect(out(`${run}; s=$(docker logs -t c1 | sed -n 2p | cut -d' ' -f1); docker logs --since $s c1; docker logs --until $s c1`)).toBe(
    'b\nc\na\nb\n',
  );
  expect(out('docker run --name c1 --log-opt labels=x --label x=1 busybox echo hi; docker logs --details c1')).toBe('hi\nx=1 hi\n');
});

test('CTR-11 cp takes files and directories in and out, through links and volumes, with archives on a dash', () => {
  const setUp = 'mkdir -p s/a; echo 1 > s/a/f; docker create --name c1 -v vol:/vol busybox true > /dev/null';
  expect(out(`${setUp}; docker cp s c1:/new; docker cp s/. c1:/new; docker cp c1:/new o; find o | sort`)).toBe('o\no/a\no/a/f\n');
  expect(out(`${setUp}; docker cp s/a/f c1:/vol/g; docker run --rm -v vol:/z busybox cat /z/g`)).toBe('1\n');
  expect(out(`${setUp}; tar c -C s a | docker cp - c1:/tmp; docker cp c1:/tmp/a/. - | tar t | sort`)).toBe('./\n./f\n');
  expect(dockerLine(`${setUp}; docker cp s c1:/etc/passwd; docker cp c1:/nosuch .; docker cp s/a/f c1:/no/x`).stderr).toBe(
    'cannot copy directory\nError response from daemon: Could not find the file /nosuch in container c1\nError response from daemon: Could not find the file /no in container c1\n',
  );
});

test('CTR-12 update changes limits and the restart policy of containers', () => {
  const create = 'docker create --name c1 -m 64m busybox > /dev/null';
  const show = "docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.RestartPolicy.Name}}' c1";
  expect(out(`${create}; docker update -m 32m --restart always c1; ${show}`)).toBe('c1\n33554432 134217728 always\n');
  expect(dockerLine(`${create}; docker update -m 256m c1`).stderr).toContain(
    'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
  );
});

test('CTR-13 top and stats show a running container’s processes', () => {
  const run = 'docker run -d --name c1 busybox sh -c "sleep 100 & sleep 100" > /dev/null; docker exec c1 sleep 0.1';
  expect(out(`${run}; docker top c1 | awk '{print $1, $8, $9}'`)).toBe('UID CMD \nroot sleep 100\nroot sleep 100\n');
  expect(out(`${run}; docker stats --no-stream --format '{{.Name}} {{.PIDs}}'`)).toBe('c1 2\n');
});

test('CTR-14 networks are records: made, listed, joined by name, removed when no running container is on them', () => {
  expect(out("docker network ls --format '{{.Name}} {{.Driver}}'")).toBe('bridge bridge\nhost host\nnone null\n');
  expect(
    dockerLine(
      'docker network create n1 > /dev/null; docker run -d --name c1 --network n1 busybox sleep 9 > /dev/null; docker network rm n1; docker rm -f c1; docker network rm n1; docker run --network n1 busybox true',
    ),
  ).toEqual({
    stdout: 'c1\nn1\n',
    stderr: expect.stringContaining('failed to set up container networking: network n1 not found'),
    exit: 125,
  });
});

test('CTR-27 a container lies on a layer of its own for /etc/hosts and its like, and on every layer of its image', () => {
  const script = `printf 'FROM busybox\\nCOPY a /\\n' > Dockerfile; touch a; docker build -q -t a:1 . > /dev/null; docker create --name c1 a:1 > /dev/null`;
  const lower = (name: string): string[] => out(`${script}; docker inspect -f '{{.GraphDriver.Data.LowerDir}}' ${name}`).trim().split(':');
  const own = out(`${script}; docker inspect -f '{{.GraphDriver.Data.UpperDir}}' c1`).trim();
  const image = out(`${script}; docker inspect -f '{{.GraphDriver.Data.UpperDir}}' a:1`).trim();
  expect(lower('c1')).toEqual([own.replace(/\/diff$/, '-init/diff'), image, ...lower('a:1')]);
});

test('CTR-28 BuildKit stacks 129 layers on the overlay2 driver, a container 127, the classic builder 125', () => {
  const deep = (layers: number): string =>
    `touch f; (echo FROM busybox; for i in $(seq 2 ${layers}); do echo COPY f /f$i; done) > Dockerfile`;
  const build = (layers: number, before = ''): ReturnType<typeof dockerLine> =>
    dockerLine(`${deep(layers)}; ${before} docker build -q -t deep:1 .`);
  const run = (layers: number): ReturnType<typeof dockerLine> =>
    dockerLine(`${deep(layers)}; docker build -q -t deep:1 .; docker run --rm deep:1 true`);
  expect(run(127).exit).toBe(0);
  expect(run(128)).toMatchObject({ exit: 125, stderr: expect.stringContaining('Error response from daemon: max depth exceeded') });
  expect(build(129).exit).toBe(0);
  expect(build(130).stderr).toMatch(/failed to solve: failed to prepare [0-9a-z]{25} as [0-9a-z]{25}: max depth exceeded/);
  expect(build(125, 'DOCKER_BUILDKIT=0').exit).toBe(0);
  expect(build(126, 'DOCKER_BUILDKIT=0')).toMatchObject({ exit: 1, stderr: expect.stringContaining('max depth exceeded') });
  const commit = (layers: number): ReturnType<typeof dockerLine> =>
    dockerLine(
      `${deep(layers)}; docker build -q -t deep:1 .; docker create --name c1 deep:1 sh; docker cp f c1:/more; docker commit c1 one`,
    );
  expect(commit(124).exit).toBe(0);
  expect(commit(125)).toMatchObject({ exit: 1, stderr: 'Error response from daemon: max depth exceeded\n' });
  const load = (layers: number): ReturnType<typeof dockerLine> =>
    dockerLine(`${deep(layers)}; docker build -q -t deep:1 .; docker save -o a.tar deep:1; docker rmi deep:1; docker load -q -i a.tar`);
  expect(load(125).exit).toBe(0);
  expect(load(126)).toMatchObject({ exit: 1, stderr: 'max depth exceeded\n' });
});
