import './preload.ts';
import { describe, expect, test } from 'vitest';
import { isProfile, PROFILES, type Profile, profileFacts } from '../../engine/profile/index.ts';
import { Session } from './session.ts';
import { newWorld } from './simulation.ts';

const NOW = 1_767_225_600;

function shellOf(profile: Profile): (line: string) => string {
  const session = new Session(newWorld({ seed: 1, now: NOW, profile }));
  return (line) => {
    session.start(line);
    let output = '';
    for (let taken = 0; taken < 1_000_000; taken++) {
      const slice = session.step(() => true);
      output += slice.output;
      if (slice.done !== undefined) break;
    }
    return output;
  };
}

const BUILD = 'mkdir -p /tmp/b && cd /tmp/b && echo hi > f && printf "FROM busybox\\nCOPY f /f\\nRUN true\\n" > Dockerfile';

describe('profiles', () => {
  test('PRF-1 a machine is one of three Dockers, and Docker 28 with a graph driver when nothing is said', () => {
    expect(PROFILES).toEqual(['classic', 'graphdriver', 'containerd']);
    expect(isProfile('containerd')).toBe(true);
    expect(isProfile('podman')).toBe(false);
    expect(profileFacts({})).toEqual(profileFacts({ profile: 'graphdriver' }));
    const world = newWorld({ seed: 1, now: NOW, profile: 'classic' });
    expect([...world.machines.values()].map(({ engine }) => engine.profile)).toEqual(['classic']);
  });

  test('PRF-2 docker version and docker info tell the release and the store', () => {
    const told = (profile: Profile): string => shellOf(profile)("docker version -f '{{.Server.Version}}'; docker info -f '{{.Driver}}'");
    expect(told('classic')).toBe('20.10.24\noverlay2\n');
    expect(told('graphdriver')).toBe('28.5.2\noverlay2\n');
    expect(told('containerd')).toBe('28.5.2\noverlayfs\n');
    expect(shellOf('classic')('docker --version')).toBe('Docker version 20.10.24, build 297e128\n');
  });

  test('PRF-3 Docker 20.10 builds with its own builder, without a note, unless DOCKER_BUILDKIT says otherwise', () => {
    const run = shellOf('classic');
    run(BUILD);
    const built = run('docker build -t app . | cat');
    expect(built).toMatch(/^Sending build context to Docker daemon {2}3\.072kB\r?\nStep 1\/3 : FROM busybox/);
    expect(built).toContain('Successfully tagged app:latest');
    expect(built).not.toContain('DEPRECATED');
    expect(run('DOCKER_BUILDKIT=1 docker build --progress plain . 2>&1')).toContain('exporting to image');
    expect(run('printf "FROM busybox\\nCMD x\\n" | docker build -')).toMatch(/\nRemoving intermediate container [0-9a-f]{12}\r?\n/);
  });

  test('PRF-4 with containerd an image id is the digest of its manifest, elsewhere of its config', () => {
    for (const profile of PROFILES) {
      const run = shellOf(profile);
      const told = run("docker save busybox | tar xO index.json 2>&1; echo; docker image inspect -f '{{.Id}}' busybox").trim().split('\n');
      const id = told.at(-1)!;
      expect(told[0]!.includes(`"digest":"${id}"`)).toBe(profile === 'containerd');
    }
  });

  test('PRF-5 busybox is the same config and layer in every store', () => {
    const layers = PROFILES.map((profile) => shellOf(profile)("docker image inspect -f '{{.RootFS.Layers}}' busybox"));
    expect(new Set(layers).size).toBe(1);
  });

  test('PRF-6 docker save of 20.10 has no OCI layout, and every store loads every archive', () => {
    const run = shellOf('classic');
    expect(run('docker save busybox | tar t | grep -c -e index.json -e oci-layout')).toBe('0\n');
    expect(run('docker save busybox | tar t | grep -c layer.tar')).toBe('1\n');
    expect(run('docker save busybox > /tmp/b.tar; docker rmi busybox > /tmp/out; docker load -q -i /tmp/b.tar')).toBe(
      'Loaded image: busybox:latest\n',
    );
  });
});

describe('docker load on a terminal', () => {
  test('IMG-16 each new layer shows how far it is; what is here already shows nothing', () => {
    const run = shellOf('graphdriver');
    run('docker save busybox > /tmp/b.tar; docker rmi busybox > /tmp/out');
    const first = run('docker load -i /tmp/b.tar');
    expect(first).toMatch(
      /^\r?\n\x1b\[1A\x1b\[2K\r[0-9a-f]{12}: Loading layer {2}32\.77kB\/2\.13MB\r\x1b\[1B\x1b\[1A\x1b\[2K\r[0-9a-f]{12}: Loading layer {3}2\.13MB\/2\.13MB\r/,
    );
    expect(first).toMatch(/Loaded image: busybox:latest\r?\n$/);
    expect(run('docker load -i /tmp/b.tar')).toMatch(/^Loaded image: busybox:latest\r?\n$/);
    expect(run('docker rmi busybox > /tmp/out; docker load -q -i /tmp/b.tar')).toMatch(/^Loaded image: busybox:latest\r?\n$/);
  });
});
