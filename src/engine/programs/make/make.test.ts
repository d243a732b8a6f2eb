import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs as compilers } from '../compilers/index.ts';
import { programs } from './index.ts';

const run = (makefile: string, script: string, files: Files = {}) =>
  runOn(
    treeWith({
      '/usr/bin/make': '@make',
      '/usr/bin/gcc': '@gcc',
      '/usr/bin/cc': '@gcc',
      '/usr/include/stdio.h': '',
      '/lib64/ld-linux-x86-64.so.2': '',
      '/app/Makefile': makefile,
      ...files,
    }),
    { ...programs, ...compilers },
    script,
    { cwd: '/app' },
  );

describe('make', () => {
  test('PKG-92 builds what is older than what it needs, and nothing twice', () => {
    const makefile =
      'CFLAGS = -Wall\nOBJS = main.o twice.o\n\napp: $(OBJS)\n\t$(CC) -o $@ $^\n\n.PHONY: clean\nclean:\n\trm -f app $(OBJS)\n';
    const files = {
      '/app/main.c': 'int twice(int);\nint main() { return twice(3); }\n',
      '/app/twice.c': 'int twice(int n) { return 2 * n; }\n',
    };
    const ran = run(makefile, 'make; ./app; echo $?; make; sleep 2; touch twice.c; make; make clean; ls', files);
    expect(ran.stdout).toBe(`cc -Wall   -c -o main.o main.c
cc -Wall   -c -o twice.o twice.c
cc -o app main.o twice.o
6
make: 'app' is up to date.
cc -Wall   -c -o twice.o twice.c
cc -o app main.o twice.o
rm -f app main.o twice.o
Makefile
main.c
twice.c
`);
  });

  test('PKG-93 variables, functions, conditionals, automatic variables', () => {
    const makefile =
      'A := one\nA += two\nB ?= $(A) three\nSRC = a.c b.c\nOBJ = $(SRC:.c=.o)\nifeq ($(MODE),debug)\nX = dbg\nelse\nX = rel\nendif\nall: dep\n\t@echo $(words $(B)) $(OBJ) $(X) $(patsubst %.c,out/%.x,$(SRC)) $(shell echo hi) $$HOME\n\t@echo $@ from $< and $^\ndep:\n\t@echo dep $@\n';
    expect(run(makefile, 'make').stdout).toBe('dep dep\n3 a.o b.o rel out/a.x out/b.x hi /root\nall from dep and dep\n');
    expect(run(makefile, 'make -s MODE=debug A=x').stdout).toContain('2 a.o b.o dbg');
  });

  test.each([
    ['all:\n\t@exit 3\n', 'make', 'make: *** [Makefile:2: all] Error 3\n'],
    ['all: nothere.txt\n', 'make', "make: *** No rule to make target 'nothere.txt', needed by 'all'.  Stop.\n"],
    ['all:\n\techo\n', 'make x', "make: *** No rule to make target 'x'.  Stop.\n"],
    ['all:\n    echo spaces\n', 'make', 'Makefile:2: *** missing separator.  Stop.\n'],
    ['all:\n\tnosuchcommand x\n', 'make', 'make: nosuchcommand: No such file or directory\nmake: *** [Makefile:2: all] Error 127\n'],
    ['', 'rm Makefile; make', 'make: *** No targets specified and no makefile found.  Stop.\n'],
    ['x:\n', 'make -f other', "make: other: No such file or directory\nmake: *** No rule to make target 'other'.  Stop.\n"],
  ])('PKG-94 failures end with 2 and say where: %j', (makefile, script, stderr) => {
    expect(run(makefile, script)).toMatchObject({ code: 2, stderr });
  });

  test('PKG-95 -C, -n, ignored errors, make within make', () => {
    expect(run('all:\n\t@echo here\n', 'cd /; make -C /app').stdout).toBe(
      "make: Entering directory '/app'\nhere\nmake: Leaving directory '/app'\n",
    );
    expect(run('all:\n\techo one\n\t@echo two\n', 'make -n').stdout).toBe('echo one\necho two\n');
    expect(run('all:\n\t-false\n\t@echo on\n', 'make')).toMatchObject({
      code: 0,
      stdout: 'false\non\n',
      stderr: 'make: [Makefile:2: all] Error 1 (ignored)\n',
    });
    expect(run('all:\n\t$(MAKE) inner\ninner:\n\t@echo in\n', 'make').stdout).toBe(
      "make inner\nmake[1]: Entering directory '/app'\nin\nmake[1]: Leaving directory '/app'\n",
    );
    expect(run('all:\n', 'make').stdout).toBe("make: Nothing to be done for 'all'.\n");
  });
});
