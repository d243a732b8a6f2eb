// Proves that images are real: builds some with `strata`, of its own and of the recorded cases, loads their archives into the Docker that DOCKER_HOST
// names, and compares ids, layers, configs and what they print when run; lets skopeo and umoci read the OCI layout; and loads what that Docker, skopeo
// and buildx save into `strata`. Exits with 1 on any difference. TRUE_BYTES=n sets how many images of cases are proven.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { proveArchives } from './true-bytes/archives.mjs';
import { chosenCases, proveCase } from './true-bytes/cases.mjs';
import { readImage } from './true-bytes/graft.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(`${tmpdir()}/strata-true-bytes-`);
const rows = [];
let failures = 0;

function check(image, what, strata, other) {
  const same = strata === other;
  if (!same) failures++;
  rows.push([image, what, same ? 'equal' : 'DIFFERENT', same ? String(strata).slice(0, 40) : `${strata} | ${other}`]);
}

const docker = (...args) =>
  execFileSync('docker', args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }).trim();

/** Strata's command line, from the sources. */
const MAIN = `import { main } from '${root}src/cli/strata/main.ts'; process.exitCode = await main(process.argv.slice(1));`;

/** Runs a script in `strata`; the answer is the standard output of its steps by name. `files` stand in its working directory. */
function strata(name, script, files = {}, builder = 'classic', { store, tolerant = false } = {}) {
  const dir = `${work}/${name}`;
  mkdirSync(`${dir}/files`, { recursive: true });
  writeFileSync(`${dir}/case.json`, JSON.stringify({ title: name, topic: 'true-bytes', probe: [], containers: [], builder, store }));
  writeFileSync(`${dir}/script.sh`, script);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(`${dir}/files/${path}`.replace(/\/[^/]*$/, ''), { recursive: true });
    writeFileSync(`${dir}/files/${path}`, content);
    if (path.endsWith('.sh') || path.endsWith('busybox')) chmodSync(`${dir}/files/${path}`, 0o755);
  }
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', MAIN, '--', 'run', '--record', `${dir}/out.json`, dir], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!existsSync(`${dir}/out.json`)) {
    if (tolerant) return undefined;
    throw new Error(`strata run failed: ${run.stderr}`);
  }
  const record = JSON.parse(readFileSync(`${dir}/out.json`, 'utf8'));
  if (!tolerant)
    for (const step of record.steps) if (step.exit !== 0) throw new Error(`step ${step.name} of ${name} failed: ${step.stderr}`);
  return Object.fromEntries(record.steps.map((step) => [step.name, step.stdout.trim()]));
}

const FACTS = '{{.Id}}\\n{{json .RootFS.Layers}}\\n{{json .Config}}\\n{{.Architecture}}/{{.Os}} {{.Created}} {{.Author}} {{.Size}}';
const HISTORY = '{{.CreatedBy}}|{{.Size}}|{{.Comment}}';

/** The steps that tell about an image and put its archive on standard output. */
const tell = (tag) => `### facts
docker image inspect -f '${FACTS.replaceAll('\\n', '\n')}' ${tag}
### history
docker history --no-trunc --format '${HISTORY}' ${tag}
### archive
docker save ${tag} | base64 -w 0
`;

function compareWithDocker(name, tag, told, expectedOutput, { layout = true, sizes = true } = {}) {
  // BuildKit does not count the targets of links in the layers it makes itself, where Docker does that unpacks them.
  const withoutSize = (text) => (sizes ? text : text?.replace(/ \d+$/, ''));
  const withoutSizes = (text) => (sizes ? text : text.replace(/\|[^|\n]*\|/g, '|'));
  const archive = Buffer.from(told.archive, 'base64');
  writeFileSync(`${work}/${name}.tar`, archive);
  spawnSync('docker', ['rmi', '-f', tag], { stdio: 'ignore' });
  check(name, 'docker load', `Loaded image: ${tag}`, docker('load', '-i', `${work}/${name}.tar`));
  const real = docker('image', 'inspect', '-f', FACTS.replaceAll('\\n', '\n'), tag).split('\n');
  for (const [index, what] of ['image id', 'DiffIDs', 'config', 'platform, time, author, size'].entries())
    check(name, what, withoutSize(told.facts.split('\n')[index]), withoutSize(real[index]));
  check(name, 'history', withoutSizes(told.history), withoutSizes(docker('history', '--no-trunc', '--format', HISTORY, tag)));
  if (expectedOutput !== undefined) check(name, 'docker run', expectedOutput, docker('run', '--rm', '--network', 'none', tag));
  if (layout) checkLayout(name, tag, real[0]);
  checkWayBack(name, tag, real[0]);
}

/** skopeo copies the layout, which checks every digest; umoci unpacks it. */
function checkLayout(name, tag, id) {
  const layout = `${work}/${name}.oci`;
  mkdirSync(layout);
  execFileSync('tar', ['-xf', `${work}/${name}.tar`, '-C', layout]);
  const ref = `${layout}:${tag.split(':')[1]}`;
  const copied = spawnSync('skopeo', ['copy', '-q', `oci:${ref}`, `dir:${work}/${name}.dir`], { encoding: 'utf8' });
  check(name, 'skopeo copy of the layout', 'ok', copied.status === 0 ? 'ok' : copied.stderr);
  const manifest = spawnSync('skopeo', ['inspect', '--raw', `oci:${ref}`], { encoding: 'utf8' });
  check(name, 'skopeo: config digest', id, manifest.status === 0 ? JSON.parse(manifest.stdout).config.digest : manifest.stderr);
  const archive = spawnSync('skopeo', ['inspect', '--raw', `docker-archive:${work}/${name}.tar`], { encoding: 'utf8' });
  check(name, 'skopeo: docker-archive', id, archive.status === 0 ? JSON.parse(archive.stdout).config.digest : archive.stderr);
  const unpacked = spawnSync('umoci', ['unpack', '--image', ref, `${work}/${name}.bundle`], { encoding: 'utf8' });
  check(name, 'umoci unpack', 'ok', unpacked.status === 0 ? 'ok' : unpacked.stderr);
}

/** What real Docker saves of the image loads into strata with the same id, and is saved again with the same layers. */
function checkWayBack(name, tag, id) {
  docker('save', '-o', `${work}/${name}.real.tar`, tag);
  const told = strata(`${name}-back`, `### load\ndocker load -i real.tar\n${tell(tag)}`, {
    'real.tar': readFileSync(`${work}/${name}.real.tar`),
  });
  check(name, 'strata load of docker save', `Loaded image: ${tag}`, told.load);
  check(name, 'id after the way back', id, told.facts.split('\n')[0]);
}

/** Docker counts the target of a link in the size of a layer that it unpacks, but not where BuildKit made the layer itself: so links only with the other builder. */
const layers = (builder) => `FROM busybox
RUN mkdir -p /a/b /gone && echo hi > /a/b/f && ln /a/b/f /a/b/g${builder === 'classic' ? ' && ln -s ../x /a/s' : ''} && chmod 4755 /a/b/f && chmod 1777 /a/b && chown 1000:7 /a/b/f
RUN rm -r /home && mkdir /home && touch /home/new && rm /etc/group && mv /a/b/g /a/moved && rmdir /gone
RUN echo long > /a/${'n'.repeat(120)} && echo wide > "/a/é 层" && mkfifo /a/p && mknod /a/c c 1 3
`;
const CONFIG = `FROM busybox
MAINTAINER someone <me@example.com>
ENV A=1 B="two words"
LABEL com.example.k="<v>" z=1
EXPOSE 80 443/udp
VOLUME ["/v"]
USER 5:6
WORKDIR /w/x
HEALTHCHECK --interval=5s --retries=2 CMD true
STOPSIGNAL SIGINT
SHELL ["/bin/sh", "-ec"]
ONBUILD RUN echo x
ENTRYPOINT ["/bin/sh"]
CMD ["-c", "id"]
`;
const STAGES = `FROM busybox AS one
RUN echo one > /one
FROM busybox
COPY --from=one /one /two
COPY tree /tree/
CMD ["cat", "/two"]
`;
const STATIC = `FROM scratch
COPY busybox /bin/busybox
COPY words /words
ENV WHO=world
ENTRYPOINT ["/bin/busybox", "sh", "-c", "echo hello $WHO; cat /words"]
`;
const ON_REAL = `FROM realbase:1
COPY tree /tree/
ENV X=y
WORKDIR /tree
CMD ["sh", "-c", "pwd; echo $X; find . | sort; cat sub/f"]
`;
const tree = { 'tree/f': 'file\n', 'tree/sub/f': 'inner\n', 'tree/sub/run.sh': '#!/bin/sh\necho run\n' };

/** What a real container prints and exits with. */
function tryRun(image) {
  const run = spawnSync('docker', ['run', '--rm', '--network', 'none', image], {
    encoding: 'utf8',
    timeout: 10_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `${run.stdout}exit ${run.status}`.trim();
}

let strataBaseID;
/** DiffID of the layer that every image of a case stands on. */
function strataBase() {
  if (strataBaseID === undefined) {
    const told = strata('base', '### archive\ndocker save busybox | base64 -w 0\n');
    strataBaseID = readImage(Buffer.from(told.archive, 'base64')).config.rootfs.diff_ids[0];
  }
  return strataBaseID;
}

function proveCases() {
  docker('save', '-o', `${work}/real-base.tar`, 'busybox:latest');
  const [base] = readImage(readFileSync(`${work}/real-base.tar`)).layers;
  const tools = { work, strata, tell, compareWithDocker, check, docker, tryRun, strataBase };
  const images = chosenCases().filter((item) => proveCase(item, tools, base)).length;
  console.log(`${images} images of recorded cases`);
}

const build = (tag) => `docker build -q -t ${tag} . > /dev/null\n${tell(tag)}`;
const staticBusybox = ['/usr/bin/busybox', '/bin/busybox'].find(existsSync);

try {
  for (const builder of ['classic', 'buildkit']) {
    const of = (name, dockerfile, files, output) => {
      const label = `${name}-${builder}`;
      const tag = `${label}:1`;
      const prepare = name === 'real-base' ? '### base\ndocker load -i base.tar\n### build\n' : '### build\n';
      compareWithDocker(label, tag, strata(label, `${prepare}${build(tag)}`, { Dockerfile: dockerfile, ...files }, builder), output);
    };
    of('layers', layers(builder), {});
    of('config', CONFIG, {});
    of('stages', STAGES, tree);
    if (staticBusybox !== undefined)
      of('static', STATIC, { busybox: readFileSync(staticBusybox), words: 'some words\n' }, 'hello world\nsome words');
    docker('tag', 'busybox:latest', 'realbase:1');
    docker('save', '-o', `${work}/base.tar`, 'realbase:1');
    const listing = './f\n./sub\n./sub/f\n./sub/run.sh';
    of(
      'real-base',
      ON_REAL,
      { ...tree, 'base.tar': readFileSync(`${work}/base.tar`), '.dockerignore': 'base.tar\n' },
      `/tree\ny\n.\n${listing}\ninner`,
    );
  }
  proveCases();
  proveArchives({ work, strata, check, docker });
} finally {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length), 0));
  for (const row of rows)
    if (row[2] !== 'equal' || process.argv.includes('-v'))
      console.log(`${row[0].padEnd(widths[0])}  ${row[1].padEnd(widths[1])}  ${row[2].padEnd(widths[2])}  ${row[3]}`);
  console.log(`${rows.length - failures} of ${rows.length} equal`);
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failures === 0 && rows.length > 0 ? 0 : 1;
