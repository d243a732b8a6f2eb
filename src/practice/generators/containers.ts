// Containers: exit codes, states, what docker diff prints, ports, health, what outlives them.
import { BASE, dockerfile, type Generator, option, say, shown } from '../sketch.ts';

export const exitCode: Generator = {
  id: 'exit-code',
  topic: 'containers',
  make: (chance) => {
    const code = chance.int(2, 99);
    const itself = `docker run --rm ${BASE} sh -c 'kill -9 $$'`;
    const line = chance.pick([
      `docker run --rm ${BASE} sh -c 'exit ${code}'`,
      `docker run --rm ${BASE} no-such-program`,
      `docker run --rm ${BASE} /etc`,
      `docker run --rm --no-such-option ${BASE} true`,
      `docker run --rm ${BASE} sh -c 'sleep 60 & kill -9 $!; wait $!'`,
      itself,
    ]);
    return {
      ask: say('With which exit code does this command end?', '这条命令的退出码是多少？'),
      show: shown([], [line, 'echo $?']),
      setup: [`docker pull -q ${BASE}`],
      run: line,
      read: 'exit',
      options: [
        line === itself
          ? option(
              0,
              '0: the program ended well. Process 1 of a container cannot be killed by signal 9 from inside.',
              '0：程序正常结束。容器里的 1 号进程，从里面用 9 号信号是杀不死的。',
            )
          : option(
              code,
              'When the program ran, `docker run` ends with the program’s own code.',
              '程序运行过时，`docker run` 的退出码就是程序自己的退出码。',
            ),
        option(125, '125: docker itself refused, before there was a container to start.', '125：docker 自己拒绝了，还没到启动容器那一步。'),
        option(
          126,
          '126: the program was found and could not be executed, a directory for instance.',
          '126：找到了程序，但无法执行，比如它是个目录。',
        ),
        option(127, '127: no program of that name is in the image.', '127：镜像里没有这个名字的程序。'),
        option(
          137,
          '137 is 128 and 9: the code of a process that was killed by signal 9.',
          '137 等于 128 加 9：被 9 号信号杀死的进程就是这个退出码。',
        ),
      ],
    };
  },
};

export const state: Generator = {
  id: 'container-state',
  topic: 'containers',
  make: (chance) => {
    const name = chance.pick(['worker', 'cart', 'mail', 'clock']);
    const make = (detached: string, rest: string) => `docker ${detached} --name ${name} ${BASE} ${rest}`;
    const lines = chance.pick([
      [make('create', 'sleep 600')],
      [make('create', 'sleep 600'), `docker start ${name}`],
      [make('run -d', 'sleep 600'), `docker stop ${name}`],
      [make('run -d', 'sleep 600'), `docker pause ${name}`],
      [make('run -d', 'sleep 600'), `docker pause ${name}`, `docker unpause ${name}`],
      [make('run', 'true')],
      [make('run -d', 'sleep 600'), `docker kill ${name}`, `docker start ${name}`],
      [make('run -d', 'sleep 600'), `docker restart ${name}`],
    ]);
    return {
      ask: say(`In which state is \`${name}\` afterwards?`, `之后 \`${name}\` 处于什么状态？`),
      show: shown([], lines),
      setup: [`docker pull -q ${BASE}`, ...lines],
      run: `docker inspect -f '{{.State.Status}}' ${name}`,
      options: [
        option(
          'created',
          '`docker create` makes a container and starts nothing; it stays so until it is first started.',
          '`docker create` 只创建、不启动，直到第一次启动前都是这个状态。',
        ),
        option(
          'running',
          'Its main program runs: after `start`, `restart`, `unpause` or `run -d`.',
          '主程序在运行：`start`、`restart`、`unpause` 或 `run -d` 之后。',
        ),
        option('paused', 'Its processes are there and get no time, until `unpause`.', '进程还在，只是不再分到时间，直到 `unpause`。'),
        option(
          'exited',
          'Its main program has ended, by itself or by `stop` or `kill`. The container is still there.',
          '主程序已经结束，不论是自己结束还是被 `stop`、`kill`。容器还在。',
        ),
      ],
    };
  },
};

export const diff: Generator = {
  id: 'container-diff',
  topic: 'containers',
  make: (chance) => {
    const old = chance.pick(['/etc/passwd', '/etc/group', '/etc/shadow']);
    const fresh = chance.pick(['/note', '/etc/note', '/tmp/note']);
    const [path, command] = chance.pick([
      [old, `echo more >> ${old}`],
      [old, `rm ${old}`],
      [old, `cat ${old}`],
      [old, `chmod 600 ${old}`],
      [fresh, `echo hello > ${fresh}`],
      [fresh, `echo hello > ${fresh}; rm ${fresh}`],
    ]);
    const line = `docker run --name one ${BASE} sh -c '${command}'`;
    return {
      ask: say(`Which line does \`docker diff one\` print for \`${path}\`?`, `\`docker diff one\` 为 \`${path}\` 印出哪一行？`),
      show: shown([], [line, 'docker diff one']),
      setup: [`docker pull -q ${BASE}`, `${line} > /dev/null`],
      run: `docker diff one | grep ' ${path}$'`,
      options: [
        option(`A ${path}`, 'A: the path is in the container’s layer and was not in the image.', 'A：路径在容器的层里，镜像里原来没有。'),
        option(
          `C ${path}`,
          'C: the image had it, and its content, owner or mode was written again.',
          'C：镜像里原来就有，内容、所有者或权限被重写过。',
        ),
        option(`D ${path}`, 'D: the image had it, and the container’s layer hides it.', 'D：镜像里原来就有，被容器的层遮住了。'),
        option(
          '',
          'Reading leaves nothing, and what was made and removed again was never in the image.',
          '读取不留痕迹；做出来又删掉的，镜像里本来也没有。',
          say('No line is about it', '没有哪一行提到它'),
        ),
      ],
    };
  },
};

export const port: Generator = {
  id: 'port-mapping',
  topic: 'containers',
  make: (chance) => {
    const [inner, outer] = [chance.pick([80, 3000, 5432]), chance.pick([8080, 8081, 9000])];
    const flag = chance.pick([` -p ${outer}:${inner}`, ` -p 127.0.0.1:${outer}:${inner}`, '', ` -p ${inner}:${outer}`]);
    const file = dockerfile(`FROM ${BASE}`, `EXPOSE ${inner}`, 'CMD ["sleep", "600"]');
    const line = `docker run -d --name shop${flag} app`;
    return {
      ask: say('What is the first line of `docker port shop`?', '`docker port shop` 的第一行是什么？'),
      show: shown([file], ['docker build -q -t app .', line, 'docker port shop']),
      files: { Dockerfile: file },
      setup: ['docker build -q -t app .', line],
      run: 'docker port shop | head -n 1',
      options: [
        option(
          `${inner}/tcp -> 0.0.0.0:${outer}`,
          `\`-p ${outer}:${inner}\`: the host’s port stands first, the container’s second; all addresses of the host answer.`,
          `\`-p ${outer}:${inner}\`：主机端口在前，容器端口在后，主机的所有地址都能访问。`,
        ),
        option(
          `${outer}/tcp -> 0.0.0.0:${inner}`,
          `That is what \`-p ${inner}:${outer}\` gives: the container’s port is the second one.`,
          `这是 \`-p ${inner}:${outer}\` 的结果：容器端口是后一个。`,
        ),
        option(
          `${inner}/tcp -> 127.0.0.1:${outer}`,
          'With an address in front, only that address of the host answers.',
          '前面写了地址时，只有主机的那个地址能访问。',
        ),
        option(
          '',
          'EXPOSE is a note in the config. Without `-p` or `-P` nothing on the host answers.',
          'EXPOSE 只是配置里的说明。没有 `-p` 或 `-P`，主机上什么也访问不到。',
          say('It prints nothing', '什么也不输出'),
        ),
      ],
    };
  },
};

export const health: Generator = {
  id: 'health-state',
  topic: 'containers',
  make: (chance) => {
    const [interval, retries] = [chance.pick([5, 10, 20]), chance.int(2, 4)];
    const test = chance.pick(['false', 'false', 'true']);
    const checks = chance.int(0, retries + 1);
    const wait = interval * checks + Math.ceil(interval / 2);
    const watch = chance.int(1, 6) > 1;
    const lines = [
      `docker run -d --name shop${watch ? ` --health-cmd ${test} --health-interval ${interval}s --health-retries ${retries}` : ''} ${BASE} sleep 600`,
      `sleep ${wait}`,
    ];
    return {
      ask: say('What does the last command print?', '最后一条命令输出什么？'),
      show: shown([], [...lines, "docker inspect -f '{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}' shop"]),
      setup: [`docker pull -q ${BASE}`, ...lines],
      run: "docker inspect -f '{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}' shop",
      options: [
        option(
          'starting',
          `Until the first check succeeds or ${retries} in a row have failed. The first check comes after one interval.`,
          `第一次检查成功之前，或连续失败 ${retries} 次之前都是这样。第一次检查在一个间隔之后。`,
        ),
        option('healthy', 'One check that ends with 0 is enough.', '只要有一次检查以 0 结束就够了。'),
        option('unhealthy', `${retries} checks in a row ended with another code than 0.`, `连续 ${retries} 次检查都没有以 0 结束。`),
        option('none', 'A container without a health check has no health.', '没有健康检查的容器，也就没有健康状态。'),
      ],
    };
  },
};

export const outlives: Generator = {
  id: 'outlives',
  topic: 'containers',
  make: (chance) => {
    const times = chance.int(2, 4);
    const kind = chance.pick(['volume', 'none', 'again', 'removed'] as const);
    const command = "sh -c 'mkdir -p /data; echo line >> /data/log; wc -l < /data/log'";
    const run = `docker run --rm${kind === 'none' ? '' : ' -v store:/data'} ${BASE} ${command}`;
    const first = `docker run --name one ${BASE} ${command}`;
    const lines =
      kind === 'again'
        ? [first, ...Array<string>(times - 1).fill('docker start -a one')]
        : kind === 'removed'
          ? [...Array<string>(times - 1).fill(run), 'docker volume rm store', run]
          : Array<string>(times).fill(run);
    return {
      ask: say('Each run adds a line and counts. What does the last command print?', '每次运行都加一行并计数。最后一条命令输出什么？'),
      show: shown([], lines),
      setup: [`docker pull -q ${BASE}`, ...lines.slice(0, -1).map((line) => `${line} > /dev/null`)],
      run: `${lines.at(-1)} | tr -d ' '`,
      options: [
        option(
          times,
          'A volume outlives every container, and a container that is started again still has its own layer.',
          '卷比任何容器都长久；重新启动的容器也还有自己的那一层。',
        ),
        option(1, 'A new container begins with the image alone, and a new volume begins empty.', '新容器只从镜像开始，新卷从空开始。'),
        option(0, 'The line is added before it is counted.', '先加了一行，再数的。'),
        option(times + 1, 'Every run adds exactly one line.', '每次运行正好加一行。'),
      ],
    };
  },
};

export const onbuild: Generator = {
  id: 'onbuild',
  topic: 'dockerfile',
  make: (chance) => {
    const image = chance.pick(['parent', 'parent', 'child', 'grandchild']);
    const note = chance.pick(['seen', 'here', 'made']);
    const recipes = {
      parent: dockerfile(`FROM ${BASE}`, 'RUN : > /log', `ONBUILD RUN echo ${note} >> /log`),
      child: dockerfile('FROM parent'),
      grandchild: dockerfile('FROM child', chance.coin() && 'LABEL level=3'),
    };
    const names = Object.keys(recipes);
    const lines = names.map((name) => `docker build -q -t ${name} -f ${name}.Dockerfile .`);
    return {
      ask: say(`How many lines has \`/log\` in a container of \`${image}\`?`, `\`${image}\` 的容器里，\`/log\` 有几行？`),
      show: shown(
        Object.entries(recipes).map(([name, text]) => `# ${name}.Dockerfile\n${text}`),
        [...lines, `docker run --rm ${image} wc -l /log`],
      ),
      files: Object.fromEntries(Object.entries(recipes).map(([name, text]) => [`${name}.Dockerfile`, text])),
      setup: lines,
      run: `docker run --rm ${image} sh -c 'wc -l < /log' | tr -d ' '`,
      options: [
        option(
          0,
          'ONBUILD does nothing in the build that writes it: it waits for a build that begins from this image.',
          'ONBUILD 在写下它的那次构建里什么也不做，要等以这个镜像开头的构建。',
        ),
        option(
          1,
          'The trigger runs once, in the build of the direct child; what it made is inherited, the trigger itself is not.',
          '触发器只在直接子镜像的构建里运行一次；做出的内容会继承，触发器本身不会。',
        ),
        option(
          2,
          'Grandchildren do not run it again: a child has no ONBUILD of its parent.',
          '孙辈不会再运行：子镜像不带父镜像的 ONBUILD。',
        ),
      ],
    };
  },
};
