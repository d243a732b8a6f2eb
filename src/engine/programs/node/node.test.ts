import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText, SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { fetchHttp, textOf } from '../http/index.ts';
import { programs } from './index.ts';

const ENV = { NODE_VERSION: '20.20.2' };
const data = (name: string): string => readFileSync(new URL(`./testdata/${name}`, import.meta.url), 'utf8');

async function run(source: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const job = await new ServiceMachine(programs, { '/app/a.js': source, ...files }).run(['node', 'a.js'], { env: ENV, cwd: '/app' });
  return decodeText(`${job.out}${job.err}${job.code()}`);
}
async function ask(m: ServiceMachine, url: string, method = 'GET', body = ''): Promise<string> {
  const answer = m.do(function* (p) {
    const got = yield* fetchHttp(p, { url, method, ...(body === '' ? {} : { body, headers: [['Content-Type', 'application/json']] }) });
    return `${got.status} ${got.headers
      .map(([name, value]) => `${name}: ${value}`)
      .filter((line) => !line.startsWith('Date'))
      .join('|')} ${textOf(got.body)}`;
  });
  await m.settle(3);
  return answer.value ?? 'no answer';
}

test('JSE-1 the language and its library print what Node 20 prints', async () => {
  expect(await run(data('core.js'))).toBe(`${data('core.expected')}0`);
});

test('JSE-2 errors that nobody catches, missing modules and syntax errors end with the words of Node', async () => {
  const job = await run("console.log('a');\nfunction f() {\n  throw new Error('x');\n}\nf();\n");
  expect(job).toMatch(
    /^a\n\/app\/a\.js:3\n {2}throw new Error\('x'\);\n {2}\^\n\nError: x\n {4}at f \(\/app\/a\.js:3:\d+\)\n {4}at Object\.<anonymous> \(\/app\/a\.js:5:1\)\n {4}at Module\._compile [\s\S]*\n\nNode\.js v20\.20\.2\n1$/,
  );
  expect(await run("require('nosuch')\n")).toContain("Error: Cannot find module 'nosuch'\nRequire stack:\n- /app/a.js\n");
  expect(await run("require('zlib')\n")).toContain(
    "Error: strata: the module 'zlib' is not simulated\n    at Object.<anonymous> (/app/a.js:1:1)",
  );
  expect(await run('let a = ;\n')).toMatch(/^\/app\/a\.js:1\nlet a = ;\n {8}\^\n\nSyntaxError: Unexpected token ';'\n/);
  expect(await run('process.exit(3)\n')).toBe('3');
  expect(await run('process.exitCode = 4\n')).toBe('4');
  expect(await run("Promise.reject(new Error('no'))\n")).toContain('Error: no\n');
  const m = new ServiceMachine(programs);
  expect((await m.run(['node', 'no.js'], { env: ENV })).err).toMatch(
    /^node:internal\/modules\/cjs\/loader:\d+\n {2}throw err;\n {2}\^\n\nError: Cannot find module '\/no\.js'\n[\s\S]*\{\n {2}code: 'MODULE_NOT_FOUND',\n {2}requireStack: \[\]\n\}\n\nNode\.js v20\.20\.2\n$/,
  );
  expect((await m.run(['node', '--version'], { env: ENV })).out).toBe('v20.20.2\n');
  expect((await m.run(['node', '-p', '[1,2].map(x => x * 2)'], { env: ENV })).out).toBe('[ 2, 4 ]\n');
  expect((await m.run(['node', '-e', 'console.log(process.argv.length)'], { env: ENV })).out).toBe('1\n');
});

test('JSE-3 everything is bounded: loops stop on signals, recursion and memory end in errors', async () => {
  const m = new ServiceMachine(programs);
  const loop = m.start(['node', '-e', 'for (;;);'], { env: ENV });
  await m.settle(0.2);
  expect(loop.code()).toBeUndefined();
  m.signal(loop, SIGNALS.INT);
  await m.settle(0.2);
  expect(loop.code()).toBe(130);
  expect(await run('function f() { f(); }\ntry { f(); } catch (e) { console.log(e.name, e.message); }\n')).toBe(
    'RangeError Maximum call stack size exceeded\n0',
  );
  expect(await run('const a = []; for (;;) a.push(...new Array(100000).fill(0));\n')).toContain('RangeError: Invalid array length');
  expect(await run("/(a+)+$/.test('a'.repeat(40) + 'b');\n")).toContain(
    'Error: strata: this regular expression takes too many steps on this text',
  );
  expect(await run('(() => {}).constructor("return 1")()\n')).toContain('strata: making a function from text is not simulated');
});

const SERVER = `const http = require('http');
const os = require('os');
const server = http.createServer((req, res) => {
  if (req.url === '/post') { let text = ''; req.on('data', (part) => { text += part; }); req.on('end', () => res.end('got ' + text)); return; }
  res.writeHead(200, { 'Content-Type': 'text/plain' });
  res.end('Hello from ' + os.hostname() + '\\n');
});
server.listen(3000, () => console.log('listening on', server.address().port));
process.on('SIGTERM', () => { console.log('bye'); server.close(() => process.exit(0)); });
`;

test('JSE-4 an http server listens, answers and ends on SIGTERM; a port that is taken is an error', async () => {
  const m = new ServiceMachine(programs, { '/app/a.js': SERVER });
  const job = m.start(['node', 'a.js'], { env: ENV, cwd: '/app' });
  await m.settle();
  expect(job.out + job.err).toBe('listening on 3000\n');
  expect(await ask(m, 'http://127.0.0.1:3000/')).toBe(
    '200 Content-Type: text/plain|Connection: close|Content-Length: 18 Hello from strata\n'.replace('18', '18'),
  );
  expect(await ask(m, 'http://127.0.0.1:3000/post', 'POST', '{"a":1}')).toContain('got {"a":1}');
  const second = await m.run(['node', 'a.js'], { env: ENV, cwd: '/app' });
  expect([second.code(), second.err]).toEqual([
    1,
    expect.stringMatching(
      /^node:events:\d+\n {6}throw er; \/\/ Unhandled 'error' event\n {6}\^\n\nError: listen EADDRINUSE: address already in use :::3000\n[\s\S]*code: 'EADDRINUSE',\n {2}errno: -98,\n {2}syscall: 'listen',\n {2}address: '::',\n {2}port: 3000\n\}\n/,
    ),
  ]);
  const client = await m.run(
    [
      'node',
      '-e',
      "require('http').get('http://127.0.0.1:3000/', (res) => { let t = ''; res.on('data', (d) => t += d); res.on('end', () => console.log(res.statusCode, t)); })",
    ],
    { env: ENV },
  );
  expect(client.out).toBe('200 Hello from strata\n\n');
  m.signal(job, SIGNALS.TERM);
  await m.settle();
  expect([job.code(), job.out]).toEqual([0, 'listening on 3000\nbye\n']);
});

const APP = `const express = require('express');
const app = express();
app.use(express.json());
app.get('/', (req, res) => res.send('Hello World!'));
app.get('/user/:id', (req, res) => res.json({ id: req.params.id, q: req.query.q }));
app.post('/echo', (req, res) => res.status(201).json(req.body));
app.get('/boom', () => { throw new Error('boom'); });
app.listen(3000, () => console.log('Example app listening on port 3000'));
`;

test('JSE-5 express is there where node_modules has it', async () => {
  const files = {
    '/app/a.js': APP,
    '/app/node_modules/express/package.json': '{"name":"express","version":"4.21.2","main":"index.js"}',
    '/app/node_modules/express/index.js': "module.exports = require('strata:express');\n",
  };
  const m = new ServiceMachine(programs, files);
  const job = m.start(['node', 'a.js'], { env: ENV, cwd: '/app' });
  await m.settle();
  expect(job.out + job.err).toBe('Example app listening on port 3000\n');
  expect(await ask(m, 'http://127.0.0.1:3000/')).toMatch(
    /^200 X-Powered-By: Express\|Content-Type: text\/html; charset=utf-8\|Content-Length: 12\|ETag: W\/"c-[^"]{27}"\|Connection: close Hello World!$/,
  );
  expect(await ask(m, 'http://127.0.0.1:3000/user/7?q=x')).toContain('{"id":"7","q":"x"}');
  expect(await ask(m, 'http://127.0.0.1:3000/echo', 'POST', '{"a":1}')).toMatch(/^201 .*\{"a":1\}$/);
  expect(await ask(m, 'http://127.0.0.1:3000/nope')).toContain('<pre>Cannot GET /nope</pre>');
  expect(await ask(m, 'http://127.0.0.1:3000/boom')).toContain('500 ');
  expect(await run(APP)).toContain("Error: Cannot find module 'express'\nRequire stack:\n- /app/a.js\n");
});

test('JSE-6 files, JSON, and modules of both kinds', async () => {
  expect(
    await run(
      "const fs = require('fs'); fs.writeFileSync('x', 'hi'); console.log(fs.readFileSync('x', 'utf8'), fs.existsSync('y'), require('./b').v, require('./c.json')); fs.readFile('no', (e) => console.log(e.code, e.message)); fs.promises.readFile('x', 'utf8').then(console.log);",
      { '/app/b.js': 'exports.v = __filename;', '/app/c.json': '{"k":1}' },
    ),
  ).toBe(
    "hi false /app/b.js { k: 1 }\nENOENT ENOENT: no such file or directory, open 'no'\nhi\n0"
      .replace('ENOENT ENOENT', 'hi\nENOENT ENOENT')
      .replace("'no'\nhi\n0", "'no'\n0"),
  );
  const m = new ServiceMachine(programs, {
    '/app/m.mjs':
      "import fs, { existsSync } from 'fs';\nimport { v, up } from './n.mjs';\nup();\nconsole.log(existsSync('/app'), typeof fs.readFileSync, v);\n",
    '/app/n.mjs': 'export let v = 1;\nexport function up() { v++; }\n',
  });
  const esm = await m.run(['node', '/app/m.mjs'], { env: ENV });
  expect(esm.out + esm.err).toBe('true function 2\n');
});
