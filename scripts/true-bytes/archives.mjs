// Archives that a real Docker, skopeo and buildx write, loaded into Strata in each of its stores: the same ids and configs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const DOCKERFILE = `FROM busybox
COPY f /f
RUN mkdir -p /d/e && echo deep > /d/e/x && ln /d/e/x /d/y && ln -s e/x /d/z && chmod 4711 /d/y
RUN rm -r /home && echo two > /f
ENV A=b
LABEL k=v
CMD ["cat", "/f"]
`;

/** Makes the archives; each with what Strata must find in it. */
function make(work, docker) {
  const dir = `${work}/archives`;
  mkdirSync(`${dir}/context`, { recursive: true });
  writeFileSync(`${dir}/context/Dockerfile`, DOCKERFILE);
  writeFileSync(`${dir}/context/f`, 'one\n');
  const build = (tag, builder) =>
    execFileSync('docker', ['build', '-q', '--network', 'none', '-t', tag, `${dir}/context`], {
      env: { ...process.env, DOCKER_BUILDKIT: builder === 'classic' ? '0' : '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  build('tb-classic:1', 'classic');
  build('tb-buildkit:1', 'buildkit');
  docker('tag', 'tb-classic:1', 'tb-classic:other');
  docker('save', '-o', `${dir}/one.tar`, 'tb-buildkit:1');
  docker('save', '-o', `${dir}/many.tar`, 'tb-classic:1', 'tb-classic:other', 'tb-buildkit:1', 'busybox:latest');
  execFileSync('gzip', ['-k', `${dir}/one.tar`]);
  const zstd = spawnSync('zstd', ['-q', `${dir}/many.tar`, '-o', `${dir}/many.tar.zst`]);
  const skopeo = (from, to, ...flags) => spawnSync('skopeo', ['copy', '-q', ...flags, from, to], { encoding: 'utf8' }).status === 0;
  const source = `docker-archive:${dir}/one.tar`;
  const layouts = ['gzip', 'zstd'].filter((format) =>
    skopeo(source, `oci:${dir}/oci-${format}:docker.io/library/tb-buildkit:1`, '--dest-compress', '--dest-compress-format', format),
  );
  for (const format of layouts) execFileSync('tar', ['-C', `${dir}/oci-${format}`, '-cf', `${dir}/oci-${format}.tar`, '.']);
  const archives = [
    { file: 'one.tar', tags: ['tb-buildkit:1'] },
    { file: 'one.tar.gz', tags: ['tb-buildkit:1'] },
    { file: 'many.tar', tags: ['tb-classic:1', 'tb-classic:other', 'tb-buildkit:1', 'busybox:latest'] },
    ...(zstd.status === 0 ? [{ file: 'many.tar.zst', tags: ['tb-classic:1', 'tb-buildkit:1'] }] : []),
    ...layouts.map((format) => ({ file: `oci-${format}.tar`, tags: ['tb-buildkit:1'], id: configIn(`${dir}/oci-${format}`) })),
  ];
  if (skopeo(source, `docker-archive:${dir}/skopeo.tar:tb-buildkit:1`)) archives.push({ file: 'skopeo.tar', tags: ['tb-buildkit:1'] });
  return archives.map((item) => ({ ...item, path: `${dir}/${item.file}` }));
}

/** The config that the one image of a layout has: skopeo writes it anew. */
function configIn(layout) {
  const blob = (digest) => JSON.parse(readFileSync(`${layout}/blobs/${digest.replace(':', '/')}`, 'utf8'));
  const { manifests } = JSON.parse(readFileSync(`${layout}/index.json`, 'utf8'));
  return blob(manifests[0].digest).config.digest;
}

const CONFIG = '{{json .RootFS.Layers}} {{json .Config}} {{.Architecture}} {{.Os}} {{.Created}}';

/** Loads every archive into both of Strata's stores and compares with what the real Docker tells of its images. */
export function proveArchives({ work, strata, check, docker }) {
  for (const { file, path, tags, id: known } of make(work, docker)) {
    for (const store of ['graphdriver', 'containerd']) {
      const steps = tags.map(
        (tag, index) => `### t${index}\ndocker image inspect -f '{{.Id}}' ${tag}\ndocker image inspect -f '${CONFIG}' ${tag}\n`,
      );
      const again = `### again\ndocker save ${tags[0]} > ../again.tar\ndocker load -q -i ../again.tar\ndocker image inspect -f '{{.Id}}' ${tags[0]}\n`;
      const told = strata(
        `load-${file}-${store}`,
        `### load\ndocker load -i ${file}\n${steps.join('')}${again}`,
        { [file]: readFileSync(path) },
        'classic',
        {
          store,
        },
      );
      const label = `${file} into ${store}`;
      for (const [index, tag] of tags.entries()) {
        const [id, config] = told[`t${index}`].split('\n');
        check(label, `${tag}: layers and config`, config, docker('image', 'inspect', '-f', CONFIG, tag));
        if (store === 'graphdriver') check(label, `${tag}: image id`, id, known ?? docker('image', 'inspect', '-f', '{{.Id}}', tag));
        if (index === 0) check(label, `${tag}: id after saving and loading again`, id, told.again.split('\n').at(-1));
      }
    }
  }
  docker('rmi', '-f', 'tb-classic:1', 'tb-classic:other', 'tb-buildkit:1');
}
