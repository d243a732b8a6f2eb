// Records the help of every command of a real Docker client, then writes src/cli/help/data/*.ts from it.
//
//   node scripts/record-help.mjs record    asks the client on PATH (stdin must not be a terminal); needs util-linux `script`
//   node scripts/record-help.mjs generate  rewrites the data from the recordings
//
//   node scripts/record-help.mjs probe     asks each recorded command how many arguments it takes; run it with a copy of the client's
//                                          configuration, in an empty directory given as REPO=path of the project, as some commands act
//
// Each command has two recordings in src/cli/help/testdata: NAME.oracle is the text a user sees without a terminal (80 columns),
// wide/NAME.oracle the same with 1000 columns, so that no usage sentence is wrapped.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './help-data.mjs';

const ROOT = process.env.REPO ?? '.';
const DIR = join(ROOT, 'src/cli/help/testdata');
// Commands that the client keeps out of its lists until a swarm is there.
const HIDDEN = { '': ['config', 'node', 'secret', 'service', 'stack', 'help'] };

// What DOCKER_BUILDKIT=0 changes.
const CLASSIC = ['build', 'image build', 'builder', 'builder build', 'builder prune'];

function record() {
  rmSync(DIR, { recursive: true, force: true });
  const queue = [[]];
  for (const path of queue) {
    const help = recordOne(path, DIR, process.env);
    const children = new Set([...subcommands(help), ...(HIDDEN[path.join(' ')] ?? [])]);
    if (path.join(' ') !== 'help') for (const child of children) queue.push([...path, child]);
  }
  for (const path of CLASSIC) recordOne(path.split(' '), join(DIR, 'classic'), { ...process.env, DOCKER_BUILDKIT: '0' });
  console.log(`${queue.length + CLASSIC.length} commands`);
}

function recordOne(path, dir, env) {
  mkdirSync(join(dir, 'wide'), { recursive: true });
  const narrow = spawnSync('docker', [...path, '--help'], { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' }).stdout;
  const command = `stty cols 1000; docker ${[...path, '--help'].join(' ')} > /tmp/wide-help.txt`;
  execFileSync('sh', ['-c', `script -qec '${command}' /dev/null`], { env, stdio: 'ignore' });
  const name = ['docker', ...path].join('-');
  writeFileSync(join(dir, `${name}.oracle`), narrow);
  writeFileSync(join(dir, 'wide', `${name}.oracle`), readFileSync('/tmp/wide-help.txt', 'utf8'));
  return narrow;
}

// No arguments, forty, and an unknown flag behind an argument: the first two show the rule, the third whether flags end at it.
function probe() {
  const env = { ...process.env, DOCKER_HOST: 'unix:///nonexistent.sock' };
  const many = Array.from({ length: 40 }, (_, i) => `zzz${i}`);
  const ask = (words) =>
    spawnSync('docker', words, { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: 5000 }).stderr.split('\n')[0];
  const out = {};
  for (const file of readdirSync(DIR).filter((f) => f.endsWith('.oracle'))) {
    const help = readFileSync(join(DIR, file), 'utf8');
    if (/^(Commands|Management Commands):$/m.test(help) || file === 'docker-help.oracle') continue;
    const path = commandPath(file.slice(0, -7));
    out[path.join(' ')] = [ask(path), ask([...path, ...many]), ask([...path, 'zzz', '--unknown-zzz'])];
  }
  writeFileSync(join(DIR, 'args.json'), `${JSON.stringify(out, null, 1)}\n`);
}

function commandPath(name) {
  return name
    .replace(/^docker-?/, '')
    .replace('inspect-attachment', 'inspect-attachment')
    .replace('dial-stdio', 'dial_stdio')
    .split('-')
    .filter(Boolean)
    .map((w) => w.replace('_', '-'));
}

function subcommands(help) {
  const names = [];
  let inList = false;
  for (const line of help.split('\n')) {
    if (/^[A-Z].*Commands:$/.test(line) || line === 'Commands:') inList = true;
    else if (!line.startsWith('  ')) inList = false;
    else if (inList) names.push(/^ {2}([a-z-]+)/.exec(line)[1]);
  }
  return names;
}

const [mode] = process.argv.slice(2);
if (mode === 'record') record();
else if (mode === 'probe') probe();
else if (mode === 'generate') {
  const read = (dir) =>
    Object.fromEntries(
      readdirSync(dir)
        .filter((f) => f.endsWith('.oracle'))
        .map((f) => [f.slice(0, -7), readFileSync(join(dir, f), 'utf8')]),
    );
  generate(
    read(join(DIR, 'wide')),
    read(join(DIR, 'classic/wide')),
    JSON.parse(readFileSync(join(DIR, 'args.json'), 'utf8')),
    join(ROOT, 'src/cli/help/data'),
  );
} else {
  console.error('usage: node scripts/record-help.mjs record|probe|generate');
  process.exit(2);
}
