import { describe, expect, it } from 'vitest';
import type { Tried } from '../ui/lesson/play.ts';
import { mutantsOf } from './mutate.ts';

const way = (run: readonly string[], files: Record<string, string> = {}): Tried => ({ run: [...run], files, exits: {} });
const names = (tried: Tried, forms = true) => mutantsOf(tried, 50, forms).map(({ name }) => name);
const made = (tried: Tried, name: string) => mutantsOf(tried, 50, true).find((one) => one.name === name);

describe('mutants', () => {
  it('LES-133 commands are dropped, swapped, repeated, named otherwise, left running', () => {
    const tried = way(['docker build -t web:1 .', 'docker run --rm --name one -p 80:80 web:1', 'docker rm -f one']);
    expect(names(tried)).toEqual([
      'wrong tag in line 1',
      'forget the cleanup in line 3',
      'drop line 1',
      'wrong name in line 2',
      'a flag less in line 2',
      'swap lines 1 and 2',
      'no --rm in line 2',
      'repeat line 1',
      'drop line 2',
      'swap lines 2 and 3',
      'repeat line 2',
      'repeat line 3',
    ]);
    expect(made(tried, 'wrong tag in line 1')?.run[0]).toBe('docker build -t web:1x .');
    expect(made(tried, 'a flag less in line 2')?.run[1]).toBe('docker run --rm --name one web:1');
  });

  it('LES-133 Dockerfiles are changed where they stand: in a file, in a printf, in a here-document', () => {
    const text = 'FROM busybox\nCOPY a /\nRUN x && rm -rf /tmp/y\nCMD ["sh", "-c", "a"]\n';
    const file = way(['docker build -t a .'], { Dockerfile: text });
    expect(made(file, 'swap: COPY and RUN in lines 2 and 3 (Dockerfile)')?.files.Dockerfile).toBe(
      'FROM busybox\nRUN x && rm -rf /tmp/y\nCOPY a /\nCMD ["sh", "-c", "a"]\n',
    );
    expect(made(file, 'other form: CMD in line 4 (Dockerfile)')?.files.Dockerfile).toContain('CMD sh -c a\n');
    expect(made(file, 'left behind: line 3 (Dockerfile)')?.files.Dockerfile).toContain('RUN x\n');
    const printed = way(["printf 'FROM busybox\\nENTRYPOINT top -b\\n' > Dockerfile", 'docker build .']);
    expect(made(printed, 'other form: ENTRYPOINT in line 2 (line 1)')?.run[0]).toBe(
      'printf \'FROM busybox\\nENTRYPOINT ["top", "-b"]\\n\' > Dockerfile',
    );
    const here = way(["cat > Dockerfile <<'EOF'\nFROM busybox\nRUN a \\\n  b\nENV c=d\nEOF", 'docker build .']);
    expect(made(here, 'drop: RUN in line 2 (line 1)')?.run[0]).toBe("cat > Dockerfile <<'EOF'\nFROM busybox\nENV c=d\nEOF");
  });

  it('LES-133 forms are changed only where they are what is asked, none is the way itself, and their number is bounded', () => {
    const tried = way(['docker build -t a .'], { Dockerfile: 'FROM busybox\nCMD top\n' });
    expect(names(tried, false).some((name) => name.startsWith('other form'))).toBe(false);
    const same = way(['echo a', 'echo a']);
    expect(names(same)).toEqual(['drop line 1', 'repeat line 1']);
    expect(mutantsOf(way(['docker run --name a x', 'docker tag a:1 b:1', 'rm f']), 4, true)).toHaveLength(4);
  });
});
