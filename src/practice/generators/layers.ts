// Counting: layers, rows of history, bytes, steps from the cache.
import type { Chance } from '../random.ts';
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

const settings = ['ENV mode=fast', 'LABEL team=blue', 'EXPOSE 8080', 'STOPSIGNAL SIGINT', 'USER 1000'];
const changes = ['COPY page.txt /page.txt', 'RUN echo hello > /greeting', 'RUN mkdir /data', 'COPY page.txt /copy.txt'];
const files = (file: string) => ({ Dockerfile: file, 'page.txt': 'hello\n' });

const mixed = (chance: Chance, fewest: number) => {
  const plain = chance.some(settings, chance.int(1, 3));
  const layered = chance.some(changes, chance.int(fewest, 3));
  // A user without rights could not write to the root.
  const all = [
    ...chance.some([...layered, ...plain.filter((line) => line !== 'USER 1000')], 9),
    ...plain.filter((line) => line === 'USER 1000'),
  ];
  return { all, plain, layered };
};

export const layerCount: Generator = {
  id: 'layer-count',
  topic: 'layers',
  make: (chance) => {
    const { all, plain, layered } = mixed(chance, 2);
    const file = dockerfile(`FROM ${BASE}`, ...all, 'CMD ["cat", "/page.txt"]');
    return {
      ask: say(`\`${BASE}\` has 1 layer. How many layers does \`app\` have?`, `\`${BASE}\` 有 1 层。\`app\` 有几层？`),
      show: shown([file], ['docker build -q -t app .']),
      files: files(file),
      setup: ['docker build -q -t app .'],
      run: "docker inspect -f '{{len .RootFS.Layers}}' app",
      options: [
        option(
          1 + layered.length,
          `The layer of the base, and one for each of the ${layered.length} instructions that write files.`,
          `基础镜像的一层，再加 ${layered.length} 条会写文件的指令各一层。`,
        ),
        option(
          2 + layered.length + plain.length,
          'That counts every instruction. Those that only change the config add no layer.',
          '这是把每条指令都算成一层。只改配置的指令不加层。',
        ),
        option(
          layered.length,
          'That leaves out the layer of the base, which belongs to the image too.',
          '漏掉了基础镜像的那一层，它同样属于这个镜像。',
        ),
        option(2 + layered.length, 'That is one too many: CMD is a line of the config.', '多算了一层：CMD 只是配置里的一行。'),
      ],
    };
  },
};

export const historyRows: Generator = {
  id: 'history-rows',
  topic: 'layers',
  make: (chance) => {
    const plain = chance.some(['ENV mode=fast', 'LABEL team=blue', 'EXPOSE 8080', 'STOPSIGNAL SIGINT'], chance.int(1, 3));
    const copies = chance.some(['COPY page.txt /', 'COPY page.txt /copy.txt', 'COPY Dockerfile /'], chance.int(1, 3));
    const file = dockerfile('FROM scratch', ...copies, ...plain);
    const [rows, layered] = [copies.length + plain.length, copies.length];
    return {
      ask: say('How many rows does `docker history app` print below its heading?', '`docker history app` 在表头下面印出几行？'),
      show: shown([file], ['docker build -q -t app .', 'docker history app']),
      files: files(file),
      setup: ['docker build -q -t app .'],
      run: 'docker history -q app | wc -l | tr -d " "',
      options: [
        option(rows, 'Every instruction after FROM is a row, with or without a layer.', 'FROM 之后的每条指令都是一行，不管有没有层。'),
        option(layered, 'That counts layers. Rows without a layer are there too, with 0 B.', '这数的是层。没有层的行也在，大小是 0 B。'),
        option(
          rows + 1,
          'FROM is no row of its own: it brings the rows of its image, and `scratch` has none.',
          'FROM 自己不占一行，它带来的是那个镜像的各行，而 `scratch` 一行也没有。',
        ),
        option(
          rows + layered,
          'An instruction with a layer is one row, which shows the size of that layer.',
          '有层的指令也只占一行，行里写着那一层的大小。',
        ),
      ],
    };
  },
};

/** As docker prints sizes: three digits, powers of a thousand. */
const megabytes = (bytes: number): string => `${Number((bytes / 1e6).toPrecision(3))}MB`;

export const sizeAfter: Generator = {
  id: 'size-after',
  topic: 'layers',
  make: (chance) => {
    const big = chance.pick([6, 8, 12]) * 1_000_000;
    const base = 4_261_574;
    const what = chance.pick(['RUN rm /big', 'RUN chmod 600 /big', 'RUN test -s /big', 'RUN mv /big /large']);
    const file = dockerfile(`FROM ${BASE}`, 'COPY big /big', what);
    return {
      ask: say(
        `\`${BASE}\` has ${megabytes(base)}, the file \`big\` ${megabytes(big)}. Which size does \`docker images\` show for \`app\`?`,
        `\`${BASE}\` 是 ${megabytes(base)}，文件 \`big\` 是 ${megabytes(big)}。\`docker images\` 显示 \`app\` 多大？`,
      ),
      show: shown([file], ['docker build -q -t app .']),
      files: { Dockerfile: file },
      bytes: { big },
      setup: ['docker build -q -t app .'],
      run: "docker images --format '{{.Size}}' app",
      options: [
        option(
          megabytes(base),
          'The layer of COPY stays, whatever a later instruction does: removing a file adds a mark and frees nothing.',
          'COPY 的那一层一直都在：后面的指令删文件，只是加一个标记，什么也省不下来。',
        ),
        option(
          megabytes(base + big),
          'The base and the file once: so it is when the last RUN stores the file no second time.',
          '基础镜像加上一份文件：最后的 RUN 没有把文件再存一次时就是这样。',
        ),
        option(
          megabytes(base + 2 * big),
          'A changed or moved file is stored whole in the new layer, and still in the one below.',
          '改过或移动过的文件会整个存进新的一层，下面那层里也还有一份。',
        ),
        option(
          megabytes(2 * big),
          'An image’s size is the sum of all its layers, that of its base included.',
          '镜像大小是所有层的总和，基础镜像的层也算在内。',
        ),
      ],
    };
  },
};

export const cachedSteps: Generator = {
  id: 'cached-steps',
  topic: 'layers',
  make: (chance) => {
    const edit = chance.pick(['echo more >> needs.txt', 'echo more >> main.txt', 'touch main.txt needs.txt', 'echo new > extra.txt']);
    const file = dockerfile(
      `FROM ${BASE}`,
      'WORKDIR /app',
      'COPY needs.txt .',
      'RUN cp needs.txt installed.txt',
      'COPY . .',
      'RUN ls > built.txt',
    );
    return {
      ask: say(
        'How many of the five steps after FROM does the second build take from the cache?',
        '第二次构建时，FROM 之后的五步里有几步来自缓存？',
      ),
      show: shown([file], ['docker build -t app .', edit, 'docker build -t app .']),
      files: { Dockerfile: file, 'needs.txt': 'one\n', 'main.txt': 'one\n' },
      setup: ['docker build -q -t app .', edit],
      run: 'docker build --progress=plain -t app . 2>&1 | grep -c CACHED',
      options: [
        option(
          5,
          'All of them, when no file is different. Times do not count: only names, modes and content.',
          '文件没有变化时，五步全部来自缓存。时间不算，只看名字、权限和内容。',
        ),
        option(
          3,
          '`COPY . .` sees every changed or new file in the context; it and all steps after it run again.',
          '`COPY . .` 能看到上下文里每个改过的和新的文件；它和后面的步骤都要重来。',
        ),
        option(
          1,
          'So it is when `needs.txt` is different: its COPY and all steps after it run again.',
          '`needs.txt` 变了就是这样：它的 COPY 和后面的步骤都要重来。',
        ),
        option(
          0,
          'WORKDIR asks for no file, so only a change before it would make it run again.',
          'WORKDIR 不用任何文件，只有它前面的内容变了才会重来。',
        ),
      ],
    };
  },
};
