import { compiledBody, executableBody, type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { textBody } from '../../tree/index.ts';
import { exists, putFile, readText } from '../package-data/index.ts';
import { type Code, NotUnderstood } from './ast.ts';
import { C_LIBRARY, type CSource, parseC } from './c.ts';
import { linker } from './platform.ts';

const DYNAMIC = 15_960;
const STATIC_GLIBC = 768_632;
const STATIC_MUSL = 26_344;
/** An object file says in its text what it was compiled from. */
const OBJECT = '\x7fELF\x02\x01\x01strata-object:';

interface Options {
  readonly inputs: readonly string[];
  readonly output: string | undefined;
  readonly compileOnly: boolean;
  readonly isStatic: boolean;
  readonly strip: boolean;
}

/** gcc, cc, g++: small C sources into executables that run. What is not understood is refused by line. */
export const gcc: Program = function* main(p: Process): Run {
  const called = (p.argv[0] ?? 'gcc').split('/').at(-1)!;
  const args = p.argv.slice(1);
  if (args.includes('--version')) {
    yield* p.write(
      1,
      `${called} (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright (C) 2022 Free Software Foundation, Inc.\nThis is free software; see the source for copying conditions.  There is NO\nwarranty; not even for MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.\n\n`,
    );
    return 0;
  }
  if (args.includes('-dumpmachine')) {
    yield* p.write(1, linker(p).musl ? 'x86_64-alpine-linux-musl\n' : 'x86_64-linux-gnu\n');
    return 0;
  }
  try {
    return yield* compile(p, called, readOptions(args));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `/usr/bin/ld: cannot open output file: ${error.message}\ncollect2: error: ld returned 1 exit status\n`);
    return 1;
  }
};

function readOptions(args: readonly string[]): Options {
  const inputs: string[] = [];
  let output: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '-o') output = args[++i];
    else if (/^-o./.test(word)) output = word.slice(2);
    else if (/^-(?:I|L|D|include|isystem|x|MF|MT|T)$/.test(word)) i++;
    else if (!word.startsWith('-')) inputs.push(word);
  }
  return {
    inputs,
    output,
    compileOnly: args.includes('-c'),
    isStatic: args.includes('-static') || args.includes('--static'),
    strip: args.includes('-s'),
  };
}

function* compile(p: Process, called: string, options: Options): Step<number> {
  const { inputs } = options;
  const missing = inputs.filter((path) => !exists(p, path));
  for (const path of missing) yield* p.write(2, `${called}: error: ${path}: No such file or directory\n`);
  if (missing.length === inputs.length) {
    yield* p.write(2, `${called}: fatal error: no input files\ncompilation terminated.\n`);
    return 1;
  }
  if (missing.length > 0) return 1;
  const units: CSource[] = [];
  for (const path of inputs) {
    const text = readText(p, path) ?? '';
    if (text.startsWith(OBJECT)) {
      units.push(JSON.parse(text.slice(text.indexOf('\n') + 1, text.indexOf('\0') < 0 ? undefined : text.indexOf('\0'))) as CSource);
      continue;
    }
    if (!/\.(?:c|cc|cpp|cxx|C)$/.test(path)) {
      if (/\.(?:a|so)$/.test(path)) continue;
      yield* p.write(
        2,
        `/usr/bin/ld: ${path}: file format not recognized; treating as linker script\ncollect2: error: ld returned 1 exit status\n`,
      );
      return 1;
    }
    const unit = yield* unitOf(p, path, text);
    if (unit === undefined) return 1;
    units.push(unit);
    yield* p.sleep(0.08);
    if (options.compileOnly) {
      const target = options.output ?? `${path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')}.o`;
      const head = `${OBJECT}\n${JSON.stringify(unit)}\0`;
      putFile(p, absolute(p, target), textBody(head.padEnd(1500, '\0')));
    }
  }
  return options.compileOnly ? 0 : yield* link(p, options, units);
}

const absolute = (p: Process, path: string): string => (path.startsWith('/') ? path : `${p.cwd === '/' ? '' : p.cwd}/${path}`);

function* unitOf(p: Process, path: string, text: string): Step<CSource | undefined> {
  let unit: CSource;
  try {
    unit = parseC(text);
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    yield* p.write(2, `${path}:${error.line}: strata: ${error.message}; the compiler here understands small programs only\n`);
    return undefined;
  }
  const roots = ['/usr/include', '/usr/local/include', '/usr/include/x86_64-linux-gnu'];
  for (const { name, line, local, text: source } of unit.headers) {
    const here = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const found =
      (local && exists(p, `${here}${name}`)) ||
      roots.some((root) => exists(p, `${root}/${name}`)) ||
      (exists(p, '/usr/include/stdio.h') && KNOWN.test(name));
    if (found) continue;
    const column = source.search(/[<"]/) + 2;
    yield* p.write(
      2,
      `${path}:${line}:${column - 1}: fatal error: ${name}: No such file or directory\n    ${line} | ${source}\n      | ${' '.repeat(column - 2)}^${'~'.repeat(name.length + 1)}\ncompilation terminated.\n`,
    );
    return undefined;
  }
  return unit;
}

/** Headers that come with the C library, where only some lie in the image. */
const KNOWN =
  /^(?:std\w+|string|unistd|errno|math|signal|time|ctype|limits|assert|sys\/\w+|locale|setjmp|wchar)\.h$|^(?:iostream|string|vector|cstdio|cstdlib)$/;

function* link(p: Process, options: Options, units: readonly CSource[]): Step<number> {
  const functions = Object.assign({}, ...units.map(({ code }) => code.functions)) as Code['functions'];
  const output = absolute(p, options.output ?? 'a.out');
  const program = units.find((unit) => unit.program !== undefined)?.program;
  const { musl, loader } = linker(p);
  if (program !== undefined) {
    putFile(p, output, executableBody(program.name, program.size), { mode: 0o755 });
    yield* p.sleep(4);
    return 0;
  }
  if (functions.main === undefined) {
    yield* p.write(
      2,
      "/usr/bin/ld: /usr/lib/x86_64-linux-gnu/crt1.o: in function `_start':\n(.text+0x17): undefined reference to `main'\ncollect2: error: ld returned 1 exit status\n",
    );
    return 1;
  }
  const undefinedName = [...JSON.stringify(functions).matchAll(/\["c","(\w+)"/g)]
    .map((match) => match[1]!)
    .find((name) => functions[name] === undefined && !C_LIBRARY.has(name));
  if (undefinedName !== undefined) {
    yield* p.write(
      2,
      `/usr/bin/ld: /tmp/ccStrata.o: in function \`main':\n(.text+0xa): undefined reference to \`${undefinedName}'\ncollect2: error: ld returned 1 exit status\n`,
    );
    return 1;
  }
  const code: Code = { language: 'c', functions, globals: units.flatMap((unit) => unit.code.globals) };
  const size = options.isStatic ? (musl ? STATIC_MUSL : STATIC_GLIBC) : DYNAMIC;
  const body = compiledBody({
    program: 'compiled',
    text: JSON.stringify(code),
    size: options.strip ? Math.round(size * 0.88) : size,
    interpreter: options.isStatic ? undefined : loader,
  });
  putFile(p, output, body, { mode: 0o755 });
  yield* p.sleep(0.06);
  return 0;
}
