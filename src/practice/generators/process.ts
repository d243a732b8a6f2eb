// Which program a container starts: ENTRYPOINT, CMD, their forms, and what is written after the image's name.
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

const colours = ['red', 'green', 'blue', 'amber', 'violet'];

/** What `docker run` prints for a pair of ENTRYPOINT and CMD. */
export const entrypointPair: Generator = {
  id: 'entrypoint-pair',
  topic: 'containers',
  make: (chance) => {
    const [a = '', b = '', c = ''] = chance.some(colours, 3);
    const entrypoint = chance.coin() ? `ENTRYPOINT ["echo", "${a}"]` : `ENTRYPOINT echo ${a}`;
    const cmd = chance.coin() ? `CMD ["${b}"]` : `CMD echo ${b}`;
    const args = chance.coin() ? ` ${c}` : '';
    const file = dockerfile(`FROM ${BASE}`, entrypoint, cmd);
    const run = `docker run --rm app${args}`;
    return {
      ask: say(`What does \`${run}\` print?`, `\`${run}\` 输出什么？`),
      show: shown([file], ['docker build -q -t app .', run]),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .'],
      run,
      options: [
        option(
          a,
          'An ENTRYPOINT in shell form runs `/bin/sh -c` with its own text. CMD and what follows the image’s name do not reach it.',
          'shell 形式的 ENTRYPOINT 用 `/bin/sh -c` 运行自己那一行，CMD 和镜像名后面的内容都传不进去。',
        ),
        args
          ? option(
              `${a} ${c}`,
              'With an ENTRYPOINT in exec form, what follows the image’s name takes the place of CMD.',
              'ENTRYPOINT 是 exec 形式时，镜像名后面的内容取代 CMD。',
            )
          : option(
              `${a} ${b}`,
              'An ENTRYPOINT in exec form is followed by CMD in exec form, word for word.',
              'exec 形式的 ENTRYPOINT 后面，逐词接上 exec 形式的 CMD。',
            ),
        args
          ? option(
              `${a} ${b} ${c}`,
              'CMD and what follows the image’s name are never put together: one takes the place of the other.',
              'CMD 与镜像名后面的内容从不相加，后者取代前者。',
            )
          : option(
              `${a} /bin/sh -c echo ${b}`,
              'A CMD in shell form is `/bin/sh -c` and a text; an ENTRYPOINT in exec form gets all three as arguments.',
              'shell 形式的 CMD 其实是 `/bin/sh -c` 加一段文字，exec 形式的 ENTRYPOINT 会把这三项都当作参数。',
            ),
        args
          ? option(
              c,
              'Without an ENTRYPOINT these words would be the command. ENTRYPOINT stays unless `--entrypoint` replaces it.',
              '没有 ENTRYPOINT 时，这些词才是命令。ENTRYPOINT 除非用 `--entrypoint` 替换，否则一直在。',
            )
          : option(b, 'CMD alone decides only when there is no ENTRYPOINT.', '只有在没有 ENTRYPOINT 时，才由 CMD 单独决定。'),
      ],
    };
  },
};

/** What stands in the config for a CMD in either form. */
export const shellForm: Generator = {
  id: 'shell-form',
  topic: 'dockerfile',
  make: (chance) => {
    const seconds = chance.int(2, 90);
    const exec = chance.coin();
    const shell = chance.pick([undefined, '["/bin/ash", "-c"]']);
    const cmd = exec ? `CMD ["sleep", "${seconds}"]` : `CMD sleep ${seconds}`;
    const file = dockerfile(`FROM ${BASE}`, shell !== undefined && `SHELL ${shell}`, cmd);
    const run = "docker inspect -f '{{json .Config.Cmd}}' app";
    return {
      ask: say('What does the image’s config hold as its command?', '镜像配置里记下的命令是什么？'),
      show: shown([file], ['docker build -q -t app .', run]),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .'],
      run,
      options: [
        option(`["sleep","${seconds}"]`, 'The exec form is kept word for word: no shell takes part.', 'exec 形式逐词保存，不经过 shell。'),
        option(
          `["/bin/sh","-c","sleep ${seconds}"]`,
          'The shell form becomes three words with `/bin/sh -c`, unless SHELL names another shell before it.',
          'shell 形式变成 `/bin/sh -c` 加一行文字，一共三项；除非前面用 SHELL 换了 shell。',
        ),
        option(
          `["/bin/ash","-c","sleep ${seconds}"]`,
          'This takes a SHELL instruction before it, and a CMD in shell form.',
          '需要前面有 SHELL 指令，并且 CMD 是 shell 形式。',
        ),
        option(
          `["sleep ${seconds}"]`,
          'One word with a blank in it would be the name of one program; neither form gives that.',
          '这样会把带空格的整段当成一个程序名，两种形式都不会这样。',
        ),
      ],
    };
  },
};

/** What a child has of its parent's CMD. */
export const inheritedCmd: Generator = {
  id: 'inherited-cmd',
  topic: 'dockerfile',
  make: (chance) => {
    const [a = '', b = ''] = chance.some(colours, 2);
    const child = chance.pick([
      ['ENTRYPOINT ["echo"]'],
      ['ENV colour=none'],
      [`CMD ["echo", "${b}"]`],
      ['ENTRYPOINT ["echo"]', `CMD ["${b}"]`],
    ]);
    const file = dockerfile(`FROM ${BASE} AS parent`, `CMD ["echo", "${a}"]`, '', 'FROM parent', ...child);
    const run = "docker inspect -f '{{json .Config.Cmd}}' app";
    return {
      ask: say('What is the CMD of the image `app`?', '镜像 `app` 的 CMD 是什么？'),
      show: shown([file], ['docker build -q -t app .', run]),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .'],
      run,
      options: [
        option(
          `["echo","${a}"]`,
          'A child has its parent’s CMD as long as it sets neither CMD nor ENTRYPOINT.',
          '子镜像只要没有写 CMD 或 ENTRYPOINT，就沿用父镜像的 CMD。',
        ),
        option(
          'null',
          'A child that sets ENTRYPOINT and no CMD loses the CMD of its parent: it was meant for another program.',
          '子镜像写了 ENTRYPOINT 却没写 CMD，父镜像的 CMD 就被清空，因为那是给别的程序准备的。',
        ),
        option(
          `["echo","${b}"]`,
          'A CMD replaces the parent’s as a whole, and stands as it was written.',
          'CMD 整个取代父镜像的 CMD，写成什么就是什么。',
        ),
        option(
          `["${b}"]`,
          'Beside an ENTRYPOINT, CMD holds the default arguments only, as they were written.',
          '与 ENTRYPOINT 搭配时，CMD 里只有默认参数，写成什么就是什么。',
        ),
      ],
    };
  },
};
