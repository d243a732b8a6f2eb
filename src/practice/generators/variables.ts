// Values during a build and afterwards: ARG, ENV, where ARG is known, WORKDIR.
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

/** ARG and ENV of one name, seen during the build or in a container. */
export const argAndEnv: Generator = {
  id: 'arg-and-env',
  topic: 'dockerfile',
  make: (chance) => {
    const name = chance.pick(['mode', 'level', 'stage', 'zone']);
    const [a, b, c] = chance.some(['one', 'two', 'three', 'four', 'five'], 3);
    const [env, given, late] = [chance.coin(), chance.coin(), chance.coin()];
    const file = dockerfile(
      `FROM ${BASE}`,
      `ARG ${name}=${a}`,
      env && `ENV ${name}=${b}`,
      late ? `CMD echo "[$${name}]"` : `RUN echo "[$${name}]" > /seen`,
      !late && 'CMD cat /seen',
    );
    const build = `docker build -q${given ? ` --build-arg ${name}=${c}` : ''} -t app .`;
    return {
      ask: say('What does the container print?', '容器输出什么？'),
      show: shown([file], [build, 'docker run --rm app']),
      files: { Dockerfile: file },
      setup: [build],
      run: 'docker run --rm app',
      options: [
        option(
          `[${a}]`,
          'The default of ARG holds while the image is built, when `--build-arg` gives nothing else and no ENV has that name.',
          'ARG 的默认值只在构建期间有效，并且要没有 `--build-arg`、也没有同名的 ENV。',
        ),
        option(
          `[${b}]`,
          'An ENV wins over an ARG of the same name, and it stays in the image for every container.',
          'ENV 胜过同名的 ARG，并留在镜像里，每个容器都看得到。',
        ),
        option(
          `[${c}]`,
          '`--build-arg` takes the place of ARG’s default, during the build only; an ENV of that name still wins.',
          '`--build-arg` 只在构建期间取代 ARG 的默认值；有同名 ENV 时仍以 ENV 为准。',
        ),
        option(
          '[]',
          'An ARG is gone when the build is over: a container knows only ENV and what `-e` adds.',
          '构建结束后 ARG 就不在了：容器只知道 ENV 和 `-e` 加的变量。',
        ),
      ],
    };
  },
};

/** An ARG before FROM, and what of it is known after. */
export const argBeforeFrom: Generator = {
  id: 'arg-before-from',
  topic: 'dockerfile',
  make: (chance) => {
    const name = chance.pick(['tag', 'version', 'release']);
    const other = String(chance.int(2, 9));
    const again = chance.pick(['', `ARG ${name}`, `ARG ${name}=${other}`]);
    const file = dockerfile(
      `ARG ${name}=1.36`,
      `FROM busybox:\${${name}}`,
      again !== '' && again,
      `RUN echo "[$${name}]" > /seen`,
      'CMD cat /seen',
    );
    return {
      ask: say('What does the container print?', '容器输出什么？'),
      show: shown([file], ['docker build -q -t app .', 'docker run --rm app']),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .'],
      run: 'docker run --rm app',
      options: [
        option(
          '[1.36]',
          `An ARG before the first FROM is known in FROM lines; a stage sees its value only after \`ARG ${name}\` without a value of its own.`,
          `第一个 FROM 之前的 ARG 只在 FROM 行里有效；阶段里要再写一次不带值的 \`ARG ${name}\` 才看得到。`,
        ),
        option(
          '[]',
          'FROM begins a stage, and a stage starts without arguments: it must ask for each by an ARG of its own.',
          'FROM 开始一个新阶段，阶段开始时没有任何参数，要用哪个就得自己再写 ARG。',
        ),
        option(
          `[${other}]`,
          'A default that is written inside the stage takes the place of the one before FROM.',
          '写在阶段内的默认值，取代 FROM 之前的那个。',
        ),
      ],
    };
  },
};

/** Where a container stands after several WORKDIR and a cd. */
export const workdir: Generator = {
  id: 'workdir',
  topic: 'dockerfile',
  make: (chance) => {
    const [a, b] = chance.some(['srv', 'app', 'opt', 'data'], 2);
    const absolute = chance.coin();
    const cd = chance.coin();
    const file = dockerfile(`FROM ${BASE}`, `WORKDIR /${a}`, `WORKDIR ${absolute ? '/' : ''}${b}`, cd && 'RUN cd /tmp', 'CMD pwd');
    return {
      ask: say('What does the container print?', '容器输出什么？'),
      show: shown([file], ['docker build -q -t app .', 'docker run --rm app']),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .'],
      run: 'docker run --rm app',
      options: [
        option(
          `/${a}/${b}`,
          'A WORKDIR without a slash in front goes on from the WORKDIR before.',
          '不以斜杠开头的 WORKDIR 接在前一个 WORKDIR 后面。',
        ),
        option(`/${b}`, 'A WORKDIR with a slash in front begins at the root.', '以斜杠开头的 WORKDIR 从根目录算起。'),
        option(`/${a}`, 'Every WORKDIR moves on; the last one counts.', '每个 WORKDIR 都会改变位置，以最后一个为准。'),
        option(
          '/tmp',
          '`cd` in a RUN ends with the shell of that RUN. Only WORKDIR is remembered.',
          'RUN 里的 `cd` 随那个 shell 结束，只有 WORKDIR 会被记住。',
        ),
      ],
    };
  },
};
