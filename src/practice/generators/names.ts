// Names and what they point to: full names, IDs, images without a name, removing, pushing.
import type { Chance } from '../random.ts';
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

const apps = ['web', 'shop', 'blog', 'mail'];
const recipe = dockerfile(`FROM ${BASE}`, 'COPY page.txt /page.txt');

export const fullName: Generator = {
  id: 'full-name',
  topic: 'names',
  make: (chance) => {
    const [asked, name, tag] = chance.pick([
      ['busybox', 'busybox', 'latest'],
      ['busybox:1.36', 'busybox', '1.36'],
      ['registry:2', 'registry', '2'],
      ['alpine', 'alpine', 'latest'],
      ['library/busybox', 'busybox', 'latest'],
      ['docker.io/busybox:1.36', 'busybox', '1.36'],
      ['bitnamilegacy/nginx', 'bitnamilegacy/nginx', 'latest'],
    ] as const);
    const bare = name.includes('/');
    return {
      ask: say(
        `\`docker pull ${asked}\` ends with the image’s full name. Which is it?`,
        `\`docker pull ${asked}\` 最后一行是镜像的全名。是哪一个？`,
      ),
      show: shown([], [`docker pull ${asked}`]),
      run: `docker pull ${asked}`,
      read: 'last-line',
      options: [
        option(
          `docker.io/library/${name}:${tag}`,
          'On Docker Hub, a name of one part belongs to `library`. A name with an owner keeps its owner and gets no `library`.',
          'Docker Hub 上只有一段的名字属于 `library`；带所有者的名字保留所有者，不加 `library`。',
        ),
        option(
          `docker.io/${name}:${tag}`,
          'The registry is `docker.io`. Only a name with an owner stands directly behind it.',
          '仓库服务器是 `docker.io`，只有带所有者的名字才直接跟在后面。',
        ),
        option(
          `docker.io/${bare ? name : `library/${name}`}`,
          'A full name has a tag; where none is written, it is `latest`.',
          '全名带标签，没写时就是 `latest`。',
        ),
        option(
          `${name}:${tag}`,
          'So it stands in `docker images`: there Docker Hub and `library` are left out.',
          '`docker images` 里才这样写：省去了 Docker Hub 和 `library`。',
        ),
      ],
    };
  },
};

/** Builds, tags and changes, each with what it does. */
function story(chance: Chance, app: string, length: number): readonly string[] {
  const lines = [`docker build -q -t ${app}:1 .`];
  for (let step = 2; step <= length; step++)
    lines.push(
      ...chance.pick([
        [`docker tag ${app}:1 ${app}:${step}`],
        [`docker build -q -t ${app}:1 .`],
        [`echo ${step} > page.txt`, `docker build -q -t ${app}:1 .`],
        [`echo ${step} > page.txt`, `docker build -q -t ${app}:${step} .`],
      ]),
    );
  return lines;
}

export const distinctIds: Generator = {
  id: 'distinct-ids',
  topic: 'names',
  make: (chance) => {
    const app = chance.pick(apps);
    const lines = story(chance, app, chance.int(3, 4));
    return {
      ask: say(
        `How many different image IDs does \`docker images ${app}\` show afterwards?`,
        `之后 \`docker images ${app}\` 里有几个不同的镜像 ID？`,
      ),
      show: shown([recipe], lines),
      files: { Dockerfile: recipe, 'page.txt': '1\n' },
      setup: lines,
      run: `docker images -q ${app} | sort -u | wc -l | tr -d ' '`,
      options: [
        option(
          1,
          'A tag is one more name of the same ID, and a build in which nothing changed gives the same ID again.',
          '标签只是同一个 ID 的又一个名字；什么也没变的构建，得到的还是同一个 ID。',
        ),
        option(
          2,
          'A changed file gives a new ID. A name that moves to it is gone from the old one, which this list no longer shows.',
          '文件变了就得到新 ID。名字移过去后，旧镜像就没有它了，这张表也不再显示。',
        ),
        option(
          3,
          'Every ID that still has a name of this repository counts once, however many names it has.',
          '凡是还有这个仓库名字的 ID 都算一个，不管它有几个名字。',
        ),
        option(4, 'Lines of the list are names. Several lines may show one ID.', '表里一行是一个名字，几行可以是同一个 ID。'),
      ],
    };
  },
};

export const danglingCount: Generator = {
  id: 'dangling-count',
  topic: 'names',
  make: (chance) => {
    const app = chance.pick(apps);
    const lines = story(chance, app, chance.int(3, 5));
    return {
      ask: say('How many dangling images are there afterwards?', '之后有几个虚悬镜像？'),
      show: shown([recipe], lines),
      files: { Dockerfile: recipe, 'page.txt': '1\n' },
      setup: lines,
      run: "docker images -q -f dangling=true | wc -l | tr -d ' '",
      options: [
        option(
          0,
          'An image dangles only when its last name has moved to another image. A second tag keeps it from that.',
          '只有最后一个名字移到别的镜像上，镜像才会虚悬；还有第二个标签就不会。',
        ),
        option(1, 'One image lost its last name to a build of other content.', '有一个镜像的最后一个名字，被内容不同的构建拿走了。'),
        option(
          2,
          'Each build of other content under the same name leaves the image before it without a name, if that had no other.',
          '每次用同一个名字构建出不同内容，前一个镜像若没有别的名字，就没有名字了。',
        ),
        option(3, 'A build in which nothing changed moves no name.', '什么也没变的构建，不会移动名字。'),
      ],
    };
  },
};

export const rmi: Generator = {
  id: 'rmi-prints',
  topic: 'names',
  make: (chance) => {
    const app = chance.pick(apps);
    const [second, container, force] = [chance.coin(), chance.coin(), chance.coin()];
    const lines = [
      'docker build -q -t APP:1 .',
      ...(second ? ['docker tag APP:1 APP:2'] : []),
      ...(container ? ['docker create --name one APP:1'] : []),
    ].map((line) => line.replaceAll('APP', app));
    const run = `docker rmi ${force ? '-f ' : ''}${app}:1`;
    const words = (...list: string[]) => list.join('\n');
    return {
      ask: say(`With which words do the lines of \`${run}\` begin?`, `\`${run}\` 输出的各行以什么词开头？`),
      show: shown([recipe], [...lines, run]),
      files: { Dockerfile: recipe, 'page.txt': '1\n' },
      setup: lines,
      run: `${run} 2>&1 | cut -d: -f1 | sort -u`,
      options: [
        option(
          'Untagged',
          'A name is taken away and the image stays, because it has another name.',
          '只拿掉一个名字，镜像还在，因为它还有别的名字。',
          say('`Untagged:` only', '只有 `Untagged:`'),
        ),
        option(
          words('Deleted', 'Untagged'),
          'With the last name goes the image: when no container was made of it, or with `-f` when none of those runs.',
          '拿掉最后一个名字，镜像就删掉：前提是没有用它创建的容器，或者加了 `-f` 而那些容器都没在运行。',
          say('`Untagged:`, then `Deleted:`', '先 `Untagged:`，再 `Deleted:`'),
        ),
        option(
          'Error response from daemon',
          'The last name of an image with a container is not taken away without `-f`.',
          '镜像有容器时，不加 `-f` 不会拿掉它的最后一个名字。',
          say('`Error response from daemon:`', '`Error response from daemon:`'),
        ),
        option(
          'Deleted',
          'An image is never deleted by name without that name being taken away first.',
          '按名字删除镜像时，总是先拿掉这个名字。',
          say('`Deleted:` only', '只有 `Deleted:`'),
        ),
      ],
    };
  },
};

export const prune: Generator = {
  id: 'prune-frees',
  topic: 'names',
  make: (chance) => {
    const app = chance.pick(apps);
    const all = chance.coin();
    const used = chance.pick([undefined, 1, 2]);
    const lines = [
      `docker build -q -t ${app}:1 .`,
      'echo 2 > page.txt',
      `docker build -q -t ${app}:2 .`,
      'echo 3 > page.txt',
      `docker build -q -t ${app}:2 .`,
      ...(used === undefined ? [] : [`docker create --name one ${app}:${used}`]),
    ];
    const run = `docker image prune -f${all ? 'a' : ''}`;
    const none = '<none>:<none>';
    return {
      ask: say(`Which of these images are left after \`${run}\`?`, `执行 \`${run}\` 之后，这些镜像里还剩哪些？`),
      show: shown([recipe], [...lines, run]),
      files: { Dockerfile: recipe, 'page.txt': '1\n' },
      setup: [...lines, `${run} > /dev/null`],
      run: "docker images --format '{{.Repository}}:{{.Tag}}' | grep -v ^busybox | sort",
      options: [
        option(
          `${app}:1\n${app}:2`,
          'Without `-a` only dangling images go: those without any name.',
          '不加 `-a` 只删虚悬镜像，也就是没有任何名字的。',
        ),
        option(
          `${app}:1`,
          'With `-a` every image goes that no container uses, running or not.',
          '加 `-a` 会删掉所有没有容器在用的镜像，容器停着也算在用。',
        ),
        option(
          `${app}:2`,
          'An image that a container was made of stays; a created container counts too.',
          '容器用着的镜像会留下，只是创建了的容器也算。',
        ),
        option(
          '',
          'With `-a` a name protects nothing: only containers do.',
          '加 `-a` 时名字不起保护作用，只有容器能。',
          say('none at all', '一个也不剩'),
        ),
        option(
          `${none}\n${app}:1\n${app}:2`,
          'An image that lost its name to another is dangling, and every prune of images takes it.',
          '名字被别的镜像拿走的就是虚悬镜像，任何一次清理镜像都会删掉它。',
        ),
      ],
    };
  },
};

export const pushed: Generator = {
  id: 'pushed-layers',
  topic: 'names',
  make: (chance) => {
    const app = chance.pick(apps);
    const name = `localhost:5000/${app}`;
    const file = dockerfile(`FROM ${BASE}`, 'COPY page.txt /page.txt', 'RUN echo made > /made', 'ENV mode=fast');
    const edit = chance.pick([
      'echo two > page.txt',
      'sed -i s/made/again/ Dockerfile',
      'sed -i s/fast/slow/ Dockerfile',
      `sed -i s/${BASE}/busybox:1.37/ Dockerfile`,
    ]);
    const other = edit.includes('1.37');
    const build = (tag: number) => [`docker build -q -t ${name}:${tag} .`, `docker push -q ${name}:${tag}`];
    return {
      ask: say(
        'A registry runs at `localhost:5000`. How many layers does the second push send, and not find there already?',
        '`localhost:5000` 上运行着一个仓库服务器。第二次推送要发送几层（那边还没有的）？',
      ),
      show: shown([file], [...build(1), edit, `docker build -q -t ${name}:2 .`, `docker push ${name}:2`]),
      files: { Dockerfile: file, 'page.txt': 'one\n' },
      setup: ['docker run -d -q -p 5000:5000 registry:2', ...build(1), edit, `docker build -q -t ${name}:2 .`],
      run: `docker push ${name}:2 2>&1 | grep -c ': Pushed'`,
      options: [
        option(
          0,
          'A change of the config alone makes a new image of the same layers: all of them are there.',
          '只改配置会得到新镜像，但层还是那些层，那边都有了。',
        ),
        option(
          1,
          'Only the layer of the changed instruction is new; those before it are there already.',
          '只有改动的那条指令的层是新的，它前面的层那边已经有了。',
        ),
        other
          ? option(
              2,
              'The layer of the other base, and that of RUN, which ran again. The layer of COPY has the same content as before, so it is there.',
              '换了的基础镜像的层，加上重新运行的 RUN 的层。COPY 那层内容与之前相同，那边已经有了。',
            )
          : option(
              2,
              'So it is when COPY has other content: its layer, and that of the RUN after it, which ran again and wrote its file at another time.',
              'COPY 的内容变了就是这样：它的层，加上后面重新运行的 RUN 的层，因为文件写入的时间变了。',
            ),
        option(
          3,
          'Three layers are new only when base, COPY and RUN all have other content. A layer that is the same byte for byte is not sent again.',
          '只有基础镜像、COPY 和 RUN 的内容都变了，才会有三个新层。逐字节相同的层不会再发送。',
        ),
      ],
    };
  },
};
