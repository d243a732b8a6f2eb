import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { encodeText, nullFile, SinkFile } from '../../engine/kernel/index.ts';
import { isProfile, type Profile } from '../../engine/profile/index.ts';
import { imageSize, mustGet, topOf } from '../../engine/store/index.ts';
import { ROOT, readBody, TreeEdit, textBody } from '../../engine/tree/index.ts';
import type { World } from '../../engine/world/index.ts';
import { newWorld, Simulation } from '../machine/simulation.ts';
import { loadDirectory } from './load-tree.ts';
import { probeContainer, probeImage } from './probe.ts';
import { scriptProgram, splitSteps } from './script.ts';

interface CaseFile {
  readonly probe?: readonly string[];
  readonly containers?: readonly string[];
  readonly builder?: 'classic' | 'buildkit';
  /** `containerd` for the image store of that name, or another profile of {@link PROFILES}. */
  readonly store?: string;
  readonly registry?: boolean;
  /** `bridge`: recorded from an engine with its default network; the others had none (`--bridge=none`). Neither had an internet. */
  readonly network?: 'bridge';
  readonly ignore?: readonly string[];
}

const HOME = '/case/home';
const WORK = '/case/work';
const REC = '/case/rec';
/** 2025-01-01; a case's clock starts here. */
const START = 1_735_689_600;
/** A case may take this much virtual time and no more. */
const LONGEST = 3600;

/** Runs a case directory as oracle's CONTRACT says and returns its record. Throws on a directory that is not a case. */
export async function runCase(caseDir: string, options: { readonly onDocker?: (argv: readonly string[]) => void } = {}): Promise<unknown> {
  const dir = resolve(caseDir);
  const meta = JSON.parse(readFileSync(`${dir}/case.json`, 'utf8')) as CaseFile;
  const steps = splitSteps(readFileSync(`${dir}/script.sh`, 'utf8'));
  const builder = meta.builder ?? 'classic';
  const registries = meta.registry ? ['127.0.0.1:5000'] : [];
  const network = { bridge: meta.network === 'bridge', internet: false };
  const world = newWorld({ seed: 1, now: START, registries, profile: profileOf(meta.store), network });
  const started = withCaseFiles(world, existsSync(`${dir}/files`) ? `${dir}/files` : undefined, scriptProgram(steps));
  const simulation = new Simulation(builder === 'classic' ? withoutBuildx(started) : started, options);
  const machine = simulation.machines.get('strata')!;
  const { images } = machine.daemon.state;
  const busybox = mustGet(images.images, images.tags.get('docker.io/library/busybox:latest')!);
  const base = mustGet(images.snapshots, topOf(busybox)!).layer;
  const baseSize = imageSize(images, busybox);
  const exit = await runScript(simulation, builder);
  const files = machine.files.tree();
  const read = (name: string): string | undefined => {
    const inode = files.at(`${REC}/${name}`);
    return inode?.kind === 'file' ? new TextDecoder().decode(readBody(inode.body)).replaceAll(WORK, '<PWD>') : undefined;
  };
  const recorded = [];
  for (const [index, { name }] of steps.entries()) {
    const stdout = read(`${index}.out`);
    if (stdout === undefined) break;
    const rc = read(`${index}.rc`);
    recorded.push({ name, stdout, stderr: read(`${index}.err`) ?? '', exit: rc ? Number(rc) : exit });
  }
  return {
    schema: 1,
    case: basename(dir),
    engine: { server: '28.5.2', client: '28.5.2', builder },
    base: { size: baseSize },
    ignore: meta.ignore ?? [],
    exit,
    steps: recorded,
    images: Object.fromEntries((meta.probe ?? []).map((ref) => [ref, probeImage(machine.daemon, ref, base)])),
    containers: Object.fromEntries((meta.containers ?? []).map((name) => [name, probeContainer(machine.daemon, name)])),
  };
}

function profileOf(store: string | undefined): Profile {
  if (store === undefined) return 'graphdriver';
  if (isProfile(store)) return store;
  throw new Error(`case.json: unknown store ${JSON.stringify(store)}`);
}

function withCaseFiles(world: World, filesDir: string | undefined, script: string): World {
  const machine = world.machines.get('strata')!;
  const edit = new TreeEdit(machine.files);
  const meta = { mode: 0o755, uid: 0, gid: 0, mtime: world.now };
  const top = edit.create(ROOT, 'case', { kind: 'dir', ...meta });
  const work = edit.create(top, 'work', { kind: 'dir', ...meta });
  edit.create(top, 'rec', { kind: 'dir', ...meta });
  edit.create(edit.create(top, 'home', { kind: 'dir', ...meta }), '.docker', { kind: 'dir', ...meta });
  edit.create(top, 'script', { kind: 'file', body: textBody(script), ...meta });
  if (filesDir !== undefined) loadDirectory(edit, work, filesDir, world.now);
  return { ...world, machines: new Map(world.machines).set('strata', { ...machine, files: edit.tree() }) };
}

/** The classic builder's cases were recorded by a client without the buildx plugin. */
function withoutBuildx(world: World): World {
  const machine = world.machines.get('strata')!;
  const edit = new TreeEdit(machine.files);
  const link = machine.files.at('/usr/libexec/docker/cli-plugins/docker-buildx')?.links[0];
  if (link !== undefined) edit.unlink(link.parent, link.name);
  return { ...world, machines: new Map(world.machines).set('strata', { ...machine, files: edit.tree() }) };
}

async function runScript(simulation: Simulation, builder: 'classic' | 'buildkit'): Promise<number> {
  const { kernel } = simulation;
  const { ns } = simulation.machines.get('strata')!;
  const env = new Map([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOME', HOME],
    ['DOCKER_CONFIG', `${HOME}/.docker`],
    ['DOCKER_CLI_HINTS', 'false'],
    ['LC_ALL', 'C'],
    ['TZ', 'UTC'],
    ['REC', REC],
    ...(builder === 'classic' ? [] : [['BUILDX_NO_DEFAULT_ATTESTATIONS', '1'] as const]),
  ]);
  let stray = '';
  const sink = new SinkFile((bytes) => (stray += new TextDecoder().decode(bytes)));
  const argv = ['sh', '/case/script'];
  const process = kernel.start({ ns, argv, env, credentials: { uid: 0, gid: 0, groups: [0] }, cwd: WORK, files: [nullFile(), sink, sink] });
  process.run = process.load('/bin/sh', argv.map(encodeText), env);
  while (process.status === undefined) {
    if (kernel.step()) continue;
    if (kernel.loading !== undefined) {
      await kernel.loading;
      continue;
    }
    const next = kernel.nextDeadline();
    if (next === undefined || next > START + LONGEST) throw new Error(`the script waits for ever${stray === '' ? '' : `: ${stray}`}`);
    kernel.advance(next);
  }
  if (stray.trim() !== '') globalThis.process.stderr.write(`note: output outside steps: ${stray}\n`);
  return process.status.kind === 'exited' ? process.status.code : 128 + process.status.signal;
}

/** `strata run --record OUT.json CASE_DIR`. */
export async function recordCase(out: string, caseDir: string): Promise<number> {
  const record = (await runCase(caseDir)) as { exit: number };
  writeFileSync(out, `${JSON.stringify(record, undefined, 1)}\n`);
  return 0;
}
