// What lands where: COPY, ADD, .dockerignore, owners, other stages.
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

const build = 'docker build -q -t app .';

export const copyPath: Generator = {
  id: 'copy-path',
  topic: 'files',
  make: (chance) => {
    const dir = chance.pick(['app', 'srv', 'site']);
    const line = chance.pick([`COPY src /${dir}`, `COPY src /${dir}/src`, `COPY src/hello.txt /${dir}`, `COPY src/hello.txt /${dir}/`]);
    const file = dockerfile(`FROM ${BASE}`, line);
    return {
      ask: say(
        `\`src\` is a directory with the one file \`hello.txt\`. Which file does the image have below \`/${dir}\`?`,
        `目录 \`src\` 里只有一个文件 \`hello.txt\`。镜像的 \`/${dir}\` 下有哪个文件？`,
      ),
      show: shown([file], [build]),
      files: { Dockerfile: file, 'src/hello.txt': 'hello\n' },
      setup: [build],
      run: `docker run --rm app find /${dir} -type f`,
      options: [
        option(
          `/${dir}/hello.txt`,
          'A directory is copied as its content, and a file into a target that ends in a slash keeps its name.',
          '复制目录时复制的是里面的内容；目标以斜杠结尾时，文件保留原名。',
        ),
        option(
          `/${dir}/src/hello.txt`,
          'The directory’s own name appears only when the target names it.',
          '只有目标路径里写了目录名，它才会出现。',
        ),
        option(
          `/${dir}`,
          'A file that is copied to a target without a slash at its end becomes a file of that name.',
          '文件复制到结尾没有斜杠的目标，就成了叫那个名字的文件。',
        ),
        option(`/${dir}/src`, 'A directory never becomes a file: its content is copied.', '目录不会变成文件：复制的是它的内容。'),
      ],
    };
  },
};

export const addArchive: Generator = {
  id: 'add-archive',
  topic: 'files',
  make: (chance) => {
    const name = chance.pick(['site', 'data', 'docs']);
    const line = chance.pick([
      `ADD ${name}.tar /srv/`,
      `COPY ${name}.tar /srv/`,
      `ADD ${name}.tar /srv/${name}.tar`,
      `ADD ${name}.tar /srv/${name}/`,
    ]);
    const file = dockerfile(`FROM ${BASE}`, line);
    return {
      ask: say(
        `The archive \`${name}.tar\` holds the one file \`index.html\`. Which file does the image have below \`/srv\`?`,
        `归档 \`${name}.tar\` 里只有一个文件 \`index.html\`。镜像的 \`/srv\` 下有哪个文件？`,
      ),
      show: shown([file], [build]),
      files: { Dockerfile: file, 'index.html': 'hello\n' },
      setup: [`tar cf ${name}.tar index.html`, build],
      run: 'docker run --rm app find /srv -type f',
      options: [
        option(
          '/srv/index.html',
          'ADD unpacks a local archive into the target, which is a directory then.',
          'ADD 会把本地归档解开到目标里，目标就是目录。',
        ),
        option(`/srv/${name}.tar`, 'COPY never unpacks: the archive stays one file.', 'COPY 从不解开，归档还是一个文件。'),
        option(
          `/srv/${name}.tar/index.html`,
          'ADD unpacks even when the target looks like a file’s name: that becomes the directory.',
          '即使目标看起来像文件名，ADD 也会解开：那个名字成了目录。',
        ),
        option(
          `/srv/${name}/index.html`,
          'A directory with the archive’s name is there only when the target says so.',
          '只有目标路径里写了，才会有以归档命名的目录。',
        ),
      ],
    };
  },
};

export const dockerignore: Generator = {
  id: 'dockerignore',
  topic: 'files',
  make: (chance) => {
    const dir = chance.pick(['logs', 'old', 'tmp']);
    const app = chance.pick(['app.js', 'main.py', 'index.html']);
    const rule = chance.pick([['*.log'], ['**/*.log'], [dir], ['*.log', `!${dir}`], ['**/*.log', '!debug.log'], ['*', `!${app}`]]);
    const ignore = `${rule.join('\n')}\n`;
    const file = dockerfile(`FROM ${BASE}`, 'COPY . /site/');
    const names = (...list: string[]) =>
      list
        .map((one) => `./${one}`)
        .sort()
        .join('\n');
    return {
      ask: say(
        `The context \`site\` holds \`${app}\`, \`debug.log\` and \`${dir}/old.log\`. Which of them are sent and copied?`,
        `上下文 \`site\` 里有 \`${app}\`、\`debug.log\` 和 \`${dir}/old.log\`。哪些会被发送并复制？`,
      ),
      show: shown([`# site/.dockerignore\n${ignore}`, `# Dockerfile\n${file}`], ['docker build -q -t app -f Dockerfile site']),
      files: {
        Dockerfile: file,
        'site/.dockerignore': ignore,
        [`site/${app}`]: 'a\n',
        'site/debug.log': 'b\n',
        [`site/${dir}/old.log`]: 'c\n',
      },
      setup: ['docker build -q -t app -f Dockerfile site'],
      run: `docker run --rm app sh -c 'cd /site && find . -type f ! -name .dockerignore | sort'`,
      options: [
        option(
          names(app, `${dir}/old.log`),
          '`*.log` is about the top of the context only; files below a directory need `**/*.log` or the directory’s name.',
          '`*.log` 只管上下文最上一级；目录里的文件要用 `**/*.log` 或写出目录名。',
        ),
        option(
          names(app),
          '`**/*.log` is about every depth. `*` leaves out everything, and a line with `!` takes a file back.',
          '`**/*.log` 管到每一级。`*` 排除全部，再用 `!` 把文件加回来。',
        ),
        option(
          names(app, 'debug.log'),
          'So it is when the directory is left out, or `!debug.log` takes that file back.',
          '排除了整个目录，或者用 `!debug.log` 加回了那个文件，就是这样。',
        ),
        option(
          names(app, 'debug.log', `${dir}/old.log`),
          'All files are sent only when no line is about any of them.',
          '只有没有任何一行涉及这些文件时，才会全部发送。',
        ),
      ],
    };
  },
};

export const owner: Generator = {
  id: 'owner',
  topic: 'files',
  make: (chance) => {
    const id = chance.int(1000, 1999);
    const [user, line] = chance.pick([
      [`USER ${id}`, 'COPY page.txt /tmp/page.txt'],
      [`USER ${id}:${id}`, 'COPY page.txt /tmp/page.txt'],
      [`USER ${id}`, `COPY --chown=${id} page.txt /tmp/page.txt`],
      [`USER ${id}`, 'RUN touch /tmp/page.txt'],
      [`USER ${id}:${id}`, 'RUN touch /tmp/page.txt'],
    ]);
    const file = dockerfile(`FROM ${BASE}`, user, line);
    return {
      ask: say('To which user and group does `/tmp/page.txt` belong in the image?', '镜像里的 `/tmp/page.txt` 属于哪个用户和组？'),
      show: shown([file], [build]),
      files: { Dockerfile: file, 'page.txt': 'hello\n' },
      setup: [build],
      run: 'docker run --rm app stat -c %u:%g /tmp/page.txt',
      options: [
        option(
          '0:0',
          'COPY gives files to root, whatever USER says; only `--chown` changes that.',
          'COPY 总把文件交给 root，与 USER 无关，只有 `--chown` 能改。',
        ),
        option(
          `${id}:${id}`,
          'A number alone in `--chown` is the user and the group. USER takes the group from what follows the colon.',
          '`--chown` 只写一个数字时，用户和组都是它。USER 的组要写在冒号后面。',
        ),
        option(
          `${id}:0`,
          'RUN works as USER says. A user that the image does not know, without a group behind it, has group 0.',
          'RUN 以 USER 的身份运行。镜像不认识的用户，又没写组，组就是 0。',
        ),
        option(`0:${id}`, 'USER changes both or the user; never the group alone.', 'USER 要么两者都改，要么只改用户，不会只改组。'),
      ],
    };
  },
};

export const stages: Generator = {
  id: 'stages',
  topic: 'files',
  make: (chance) => {
    const [tool, notes] = chance.some(['app', 'notes', 'server', 'report'], 2) as [string, string];
    const [line, target] = chance.pick([
      [`COPY --from=build /out/${tool} /bin/${tool}`, ''],
      ['COPY --from=build /out /opt', ''],
      [`COPY --from=build /out/${tool} /bin/${tool}`, ' --target build'],
      [`RUN touch /opt/${tool}`, ''],
    ]);
    const file = dockerfile(
      `FROM ${BASE} AS build`,
      `RUN mkdir /out && touch /out/${tool} /out/${notes}`,
      '',
      `FROM ${BASE}`,
      'RUN mkdir -p /opt',
      line,
    );
    const command = `docker build -q${target} -t app .`;
    const names = (...list: string[]) => [...list].sort().join('\n');
    return {
      ask: say(
        `Which files named \`${tool}\` or \`${notes}\` does \`app\` have?`,
        `\`app\` 里有哪些叫 \`${tool}\` 或 \`${notes}\` 的文件？`,
      ),
      show: shown([file], [command]),
      files: { Dockerfile: file },
      setup: [command],
      run: `docker run --rm app sh -c 'for one in /bin/${tool} /opt/${tool} /opt/${notes} /out/${tool} /out/${notes}; do [ -e $one ] && echo $one; done | sort'`,
      options: [
        option(
          names(`/bin/${tool}`),
          'One file is named, and one file is copied. All else of the first stage stays behind.',
          '写了一个文件，就只复制一个，第一阶段的其余内容都留在后面。',
        ),
        option(names(`/opt/${tool}`, `/opt/${notes}`), 'A directory is copied as its content.', '复制目录时复制的是里面的内容。'),
        option(
          names(`/out/${tool}`, `/out/${notes}`),
          'The files of the first stage are in the image only when `--target` makes that stage the result.',
          '只有用 `--target` 把第一阶段作为结果，它的文件才会在镜像里。',
        ),
        option(
          names(`/opt/${tool}`),
          'The last stage has only what is in its base and what its own instructions made or copied.',
          '最后一个阶段只有它的基础镜像里的内容，以及自己的指令做出或复制的内容。',
        ),
        option(
          names(`/bin/${tool}`, `/out/${tool}`, `/out/${notes}`),
          'Stages are not stacked: the second begins anew from its FROM.',
          '阶段不会叠加：第二个阶段从自己的 FROM 重新开始。',
        ),
      ],
    };
  },
};
