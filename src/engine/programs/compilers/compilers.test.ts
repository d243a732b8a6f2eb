import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const GLIBC: Files = {
  '/usr/bin/gcc': '@gcc',
  '/usr/include/stdio.h': '',
  '/lib64/ld-linux-x86-64.so.2': '',
  '/usr/local/go/bin/go': '@go',
};
const run = (files: Files, script: string, env: Record<string, string> = {}) =>
  runOn(treeWith({ ...GLIBC, '/app/': '', ...files }), programs, script, {
    cwd: '/app',
    env: { PATH: '/usr/local/go/bin:/usr/bin:/bin', GOLANG_VERSION: '1.25.5', GOPATH: '/go', ...env },
  });

const HELLO_C =
  '#include <stdio.h>\n#define NAME "world"\nint main(int argc, char **argv) {\n  printf("Hello, %s! %d\\n", NAME, argc);\n  return argc - 1;\n}\n';
const HELLO_GO = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hello", 42)\n}\n';

describe('gcc', () => {
  test('PKG-81 compiles a small C program, which runs with its arguments and status', () => {
    expect(run({ '/app/hello.c': HELLO_C }, 'gcc -Wall -O2 hello.c -o hello && ./hello a b; echo $?; ls -l hello')).toMatchObject({
      stdout: expect.stringMatching(/^Hello, world! 3\n2\n-rwxr-xr-x .* 15960 /) as unknown,
    });
    const loops =
      'int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nint main(void) {\n  int sum = 0;\n  for (int i = 0; i < 10; i++) { if (i % 2) continue; sum += i; }\n  char *s = getenv("X");\n  while (sum > 18) sum--;\n  printf("%d %5.1f [%-4s] %c %x %d\\n", sum, 2.5, s, 65, 255, fib(10));\n  exit(3);\n}\n';
    expect(run({ '/app/a.c': loops }, 'gcc a.c && X=hi ./a.out')).toMatchObject({ code: 3, stdout: '18   2.5 [hi  ] A ff 55\n' });
  });

  test('PKG-82 a dynamic result needs its loader, a static one does not', () => {
    expect(
      run(
        { '/app/hello.c': HELLO_C },
        'gcc hello.c -o dyn; gcc -static hello.c -o sta; rm /lib64/ld-linux-x86-64.so.2; ./sta; ./dyn; echo $?; ls -l sta',
      ),
    ).toMatchObject({
      stdout: expect.stringMatching(/^Hello, world! 1\n127\n.* 768632 /) as unknown,
      stderr: 'sh: ./dyn: not found\n',
    });
  });

  test('PKG-83 says what is missing: sources, headers, main', () => {
    expect(run({}, 'gcc')).toMatchObject({ code: 1, stderr: 'gcc: fatal error: no input files\ncompilation terminated.\n' });
    expect(run({}, 'gcc nothere.c').stderr).toContain('gcc: error: nothere.c: No such file or directory\n');
    const bare = runOn(treeWith({ '/usr/bin/gcc': '@gcc', '/hello.c': HELLO_C }), programs, 'gcc hello.c');
    expect(bare).toMatchObject({
      code: 1,
      stderr:
        'hello.c:1:10: fatal error: stdio.h: No such file or directory\n    1 | #include <stdio.h>\n      |          ^~~~~~~~~\ncompilation terminated.\n',
    });
    expect(run({ '/app/a.c': 'int f() { return 1; }\n' }, 'gcc a.c').stderr).toContain("undefined reference to `main'");
  });

  test('PKG-84 refuses by line what it does not understand', () => {
    expect(run({ '/app/a.c': 'struct point { int x; };\nint main() { return 0; }\n' }, 'gcc a.c')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('a.c:1: strata: ') as unknown,
    });
    expect(run({ '/app/a.c': 'int main() {\n  system("ls");\n}\n' }, 'gcc a.c').stderr).toContain(
      'a.c:2: strata: the function system() is not simulated',
    );
  });

  test('PKG-85 objects are linked together', () => {
    const files = { '/app/a.c': 'int twice(int);\nint main() { return twice(4); }\n', '/app/b.c': 'int twice(int n) { return 2 * n; }\n' };
    expect(run(files, 'gcc -c a.c && gcc -c b.c && gcc -o x a.o b.o && ./x').code).toBe(8);
  });
});

describe('go', () => {
  test('PKG-86 build needs go.mod since 1.16, or files by name; before it looks in GOPATH', () => {
    expect(run({ '/app/main.go': HELLO_GO }, 'go build')).toMatchObject({
      code: 1,
      stderr: "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n",
    });
    expect(run({ '/app/main.go': HELLO_GO }, 'go build main.go && ./main').stdout).toBe('Hello 42\n');
    expect(run({ '/app/main.go': HELLO_GO }, 'go mod init example.com/hi 2>/dev/null; cat go.mod; go build && ./hi').stdout).toBe(
      'module example.com/hi\n\ngo 1.25.5\nHello 42\n',
    );
    expect(run({ '/app/main.go': HELLO_GO }, 'go build -o app . && ./app', { GOLANG_VERSION: '1.9.7' }).stdout).toBe('Hello 42\n');
    expect(run({ '/app/main.go': HELLO_GO }, 'go run main.go').stdout).toBe('Hello 42\n');
  });

  test('PKG-87 with cgo a program that uses the network is linked dynamically; CGO_ENABLED=0 makes it static', () => {
    const server = 'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc main() {\n\tfmt.Println(http.StatusOK)\n}\n';
    const { stdout, stderr } = run(
      { '/app/main.go': server },
      'go build -o dyn main.go; CGO_ENABLED=0 go build -ldflags="-s -w" -o sta main.go; rm /lib64/ld-linux-x86-64.so.2; ./sta; ./dyn; wc -c sta',
    );
    expect(stdout).toBe('200\n5589000 sta\n');
    expect(stderr).toBe('sh: ./dyn: not found\n');
  });

  test('PKG-88 compile errors and what is refused', () => {
    expect(
      run({ '/app/main.go': 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() { fmt.Println(1) }\n' }, 'go build main.go'),
    ).toMatchObject({ code: 1, stderr: '# command-line-arguments\n./main.go:5:2: "os" imported and not used\n' });
    expect(
      run(
        {
          '/app/main.go': 'package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() { gin.Default() }\n',
          '/app/go.mod': 'module x\n',
        },
        'go build',
      ).stderr,
    ).toContain('strata: gin.Default() is not simulated');
    expect(run({ '/app/main.go': 'package main\n\nimport "github.com/x/y"\n\nfunc main() { y.Do() }\n' }, 'go build main.go').code).toBe(1);
  });

  test('PKG-89 small Go programs: arguments, environment, errors, loops, functions', () => {
    const source =
      'package main\n\nimport (\n\t"fmt"\n\t"os"\n\t"strings"\n)\n\nfunc greet(name string) string {\n\treturn "hi " + name\n}\n\nfunc main() {\n\thost, err := os.Hostname()\n\tif err != nil {\n\t\tos.Exit(9)\n\t}\n\tfor i, arg := range os.Args {\n\t\tif i > 0 {\n\t\t\tfmt.Printf("%d=%s %v\\n", i, greet(arg), strings.ToUpper(arg))\n\t\t}\n\t}\n\tport := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "8080"\n\t}\n\tfor i := 0; i < 2; i++ {\n\t\tfmt.Fprintln(os.Stderr, port, i, true)\n\t}\n\tfmt.Println(host, len(os.Args))\n\tos.Exit(4)\n}\n';
    expect(run({ '/app/main.go': source }, 'go build main.go && ./main a b')).toMatchObject({
      code: 4,
      stdout: '1=hi a A\n2=hi b B\nstrata 3\n',
      stderr: '8080 0 true\n8080 1 true\n',
    });
  });

  test('PKG-90 a web server answers, and ends on SIGTERM', () => {
    const source =
      'package main\n\nimport (\n\t"fmt"\n\t"log"\n\t"net/http"\n)\n\nfunc hello(w http.ResponseWriter, r *http.Request) {\n\tw.Header().Set("X-App", "1")\n\tfmt.Fprintf(w, "Hello %s from %s\\n", r.URL.Query().Get("n"), r.URL.Path)\n}\n\nfunc main() {\n\thttp.HandleFunc("/", hello)\n\thttp.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {\n\t\tw.WriteHeader(http.StatusNotFound)\n\t\tw.Write([]byte("no"))\n\t})\n\tlog.Fatal(http.ListenAndServe(":8080", nil))\n}\n';
    const script =
      'go build -o web main.go; ./web & sleep 1; wget -q -O - "http://127.0.0.1:8080/x?n=you"; wget -q -O - http://127.0.0.1:8080/health; kill $!; wait $!; echo $?';
    expect(run({ '/app/main.go': source }, script).stdout).toBe('Hello you from /x\n143\n');
  });

  test('PKG-91 before modules go get clones into GOPATH with git', () => {
    const old = { GOLANG_VERSION: '1.9.7' };
    expect(run({}, 'go get -d -v github.com/go-sql-driver/mysql', old).stderr).toContain('go: missing Git command.');
    expect(
      run({ '/usr/bin/git': '@git' }, 'go get -d -v github.com/go-sql-driver/mysql; ls /go/src/github.com/go-sql-driver', old),
    ).toMatchObject({ stdout: 'mysql\n', stderr: 'github.com/go-sql-driver/mysql (download)\n' });
  });
});
