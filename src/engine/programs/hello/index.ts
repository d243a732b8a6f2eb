// The program of the image hello-world: it prints a greeting and ends.
// Knows that text and which architecture's image it is in; refuses to know anything of the machine it runs on.
import { fromBytes, type Process, type Program, type Run } from '../../kernel/index.ts';

/** Docker's names for the architectures the image exists for. */
const SHOWN: Readonly<Record<string, string>> = { 'arm/v5': 'arm32v5', 'arm/v7': 'arm32v7', 'arm64/v8': 'arm64v8', '386': 'i386' };

/** The architecture that the executable was made for: its own bytes tell it. */
function architecture(process: Process): string {
  const { inode } = process.fs.place(process.executable);
  const head = inode?.kind === 'file' ? fromBytes(inode.body.read(0, 256)) : '';
  const [, , name = 'amd64'] = head.slice(head.indexOf('\n') + 1).split('\0');
  return SHOWN[name] ?? name;
}

/** What it prints; learners know it by heart. Source: docker-library/hello-world hello.c and greetings/hello-world.txt. */
const greeting = (name: string): string => `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (${name})
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are currently reading.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`;

const hello: Program = function* hello(process): Run {
  yield* process.write(1, greeting(architecture(process)));
  return 0;
};

export const programs: Readonly<Record<string, Program>> = { hello };
