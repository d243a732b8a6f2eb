import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const base: Files = { '/usr/local/bin/npm': '@npm', '/usr/local/bin/npx': '@npm', '/app/': '' };
const run = (script: string, options: { files?: Files; offline?: boolean; env?: Record<string, string> } = {}) =>
  runOn(treeWith({ ...base, ...options.files }, options.offline), programs, script, {
    cwd: '/app',
    env: { NODE_VERSION: '24.1.0', ...options.env },
  });
const manifest = (json: object): Files => ({ '/app/package.json': JSON.stringify(json) });
const app = manifest({
  name: 'web',
  version: '1.0.0',
  scripts: { start: 'echo up', hello: 'echo hi', fail: 'exit 3' },
  dependencies: { express: '^5.0.0' },
  devDependencies: { nodemon: '^3.0.0' },
});

describe('npm', () => {
  test('PKG-70 install makes node_modules, a lock file, and tells how many packages came', () => {
    const ran = run('npm install; ls node_modules | wc -l; ls node_modules/express; grep -c node_modules/ package-lock.json', {
      files: manifest({ name: 'web', version: '1.0.0', dependencies: { express: '^5.0.0' } }),
    });
    expect(ran.stdout).toMatch(
      /^\nadded 68 packages, and audited 69 packages in \ds\n\n14 packages are looking for funding\n {2}run `npm fund` for details\n\nfound 0 vulnerabilities\n68\nindex\.js\nlib\npackage\.json\n68\n$/,
    );
  });

  test('PKG-71 naming a package saves it; packages of production leave out the others', () => {
    expect(run('npm init -y >/dev/null; npm install -s lodash; cat package.json').stdout).toContain(
      '"dependencies": {\n    "lodash": "^4.17.21"\n  }',
    );
    expect(run('npm install --omit=dev; ls node_modules', { files: app }).stdout).not.toContain('nodemon');
    expect(run('npm install --production', { files: app }).stderr).toBe('npm warn config production Use `--omit=dev` instead.\n');
    expect(run('npm install; ls node_modules', { files: app, env: { NODE_ENV: 'production' } }).stdout).not.toContain('nodemon');
  });

  test('PKG-72 another version of the same package lies below the one that needs it', () => {
    const files = manifest({ name: 'web', dependencies: { express: '^4.18.2', debug: '^4.4.0' } });
    expect(
      run('npm install -s; grep version node_modules/debug/package.json node_modules/express/node_modules/debug/package.json', { files })
        .stdout,
    ).toMatch(/4\.4\.3.*\n.*2\.6\.9/);
  });

  test('PKG-73 ci needs a lock file that agrees, and starts anew', () => {
    const none = run('npm ci', { files: app });
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('npm error The `npm ci` command can only install with an existing package-lock.json or\n');
    expect(run('npm install -s; touch node_modules/x; npm ci; ls node_modules/x', { files: app }).stderr).toContain('No such file');
    expect(run('npm install -s; sed -i s/express/koa/ package.json; npm ci', { files: app }).stderr).toContain(
      'npm error Missing: koa@5.0.0 from lock file\n',
    );
  });

  test('PKG-74 scripts run through the shell with what npm prints before, and their status', () => {
    expect(run('npm start', { files: app })).toMatchObject({ code: 0, stdout: '\n> web@1.0.0 start\n> echo up\n\nup\n' });
    expect(run('npm run hello -- a "b c"', { files: app }).stdout).toBe('\n> web@1.0.0 hello\n> echo hi a "b c"\n\nhi a b c\n');
    expect(run('npm run fail', { files: app }).code).toBe(3);
    expect(run('npm run nosuch', { files: app })).toMatchObject({ code: 1 });
    expect(run('npm run', { files: app }).stdout).toBe(
      'Lifecycle scripts included in web@1.0.0:\n  start\n    echo up\navailable via `npm run`:\n  hello\n    echo hi\n  fail\n    exit 3\n',
    );
  });

  test('PKG-75 errors have their codes', () => {
    expect(run('npm install nosuchpkg')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/nosuchpkg - Not found\n',
      ) as unknown,
    });
    expect(run('npm install express@99').stderr).toContain(
      'npm error code ETARGET\nnpm error notarget No matching version found for express@99.\n',
    );
    expect(run('npm start')).toMatchObject({
      code: 254,
      stderr: expect.stringContaining(
        "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'\n",
      ) as unknown,
    });
    expect(run('npm install', { files: app, offline: true }).stderr).toContain('npm error code EAI_AGAIN\n');
    expect(run('npm install nosuchpkg', { env: { NODE_VERSION: '14.21.3' } }).stderr).toContain('npm ERR! code E404\n');
  });

  test('PKG-76 what was fetched stays in ~/.npm until the cache is cleaned', () => {
    const { stdout } = run('npm install -s; du -s /root/.npm | cut -f 1; npm cache clean --force 2>/dev/null; ls /root/.npm', {
      files: app,
    });
    expect(Number(stdout.split('\n')[0])).toBeGreaterThan(500);
    expect(stdout).not.toContain('_cacache');
  });

  test('PKG-77 global packages go beside npm', () => {
    const { stdout } = run('npm install -g -s nodemon; ls -l /usr/local/bin/nodemon; npm root -g');
    expect(stdout).toContain('-> ../lib/node_modules/nodemon/bin/nodemon\n/usr/local/lib/node_modules\n');
  });
});
