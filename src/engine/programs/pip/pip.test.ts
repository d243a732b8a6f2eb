import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const python = (version: string, pip: string): Files => ({
  '/usr/local/bin/pip': '@pip',
  [`/usr/local/lib/python${version}/site-packages/pip-${pip}.dist-info/METADATA`]: `Name: pip\nVersion: ${pip}\n`,
  [`/usr/local/lib/python${version}/os.py`]: '',
});
const run = (
  script: string,
  options: { version?: string; pip?: string; files?: Files; offline?: boolean; env?: Record<string, string> } = {},
) =>
  runOn(
    treeWith({ ...python(options.version ?? '3.12', options.pip ?? '25.0.1'), ...options.files }, options.offline),
    programs,
    script.replace(/\bpip(?= )/g, '/usr/local/bin/pip'),
    { env: options.env ?? {} },
  );

describe('pip', () => {
  test('PKG-60 install collects, downloads and installs a distribution with what it needs', () => {
    const ran = run(
      'pip install --no-cache-dir flask; ls /usr/local/lib/python3.12/site-packages /usr/local/bin; cat /usr/local/bin/flask | head -n 1',
    );
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Collecting flask\n  Downloading flask-3.1.3-py3-none-any.whl (103 kB)\n');
    expect(ran.stdout).toContain('Collecting blinker>=1.9.0 (from flask)\n  Downloading blinker-1.9.0-py3-none-any.whl (9.0 kB)\n');
    expect(ran.stdout).toContain('Installing collected packages: markupsafe, itsdangerous, click, blinker, werkzeug, jinja2, flask\n');
    expect(ran.stdout).toContain(
      'Successfully installed blinker-1.9.0 click-8.5.0 flask-3.1.3 itsdangerous-2.2.0 jinja2-3.1.6 markupsafe-3.0.3 werkzeug-3.1.9\n',
    );
    expect(ran.stdout).toContain('flask-3.1.3.dist-info\n');
    expect(ran.stdout.endsWith('#!/usr/local/bin/python3.12\n')).toBe(true);
    expect(ran.stderr).toContain("WARNING: Running pip as the 'root' user can result in broken permissions");
  });

  test('PKG-61 an old Python gets the last releases that run on it', () => {
    const ran = run('pip install flask -i https://pypi.tuna.tsinghua.edu.cn/simple', { version: '3.6', pip: '21.2.4' });
    expect(ran.stdout).toContain('Looking in indexes: https://pypi.tuna.tsinghua.edu.cn/simple\n');
    expect(ran.stdout).toMatch(/Successfully installed .*dataclasses-0\.8 .*flask-2\.0\.3 .*werkzeug-2\.0\.3 zipp-3\.6\.0\n/);
    expect(ran.stderr).toContain('WARNING: You are using pip version 21.2.4; however, version 21.3.1 is available.\n');
  });

  test('PKG-62 what is not there is told with the versions there are', () => {
    expect(run('pip install nosuchthing')).toMatchObject({
      code: 1,
      stderr:
        'ERROR: Could not find a version that satisfies the requirement nosuchthing (from versions: none)\nERROR: No matching distribution found for nosuchthing\n',
    });
    expect(run('pip install flask==99').stderr).toContain('ERROR: No matching distribution found for flask==99\n');
    expect(run('pip install -q flask==2.3.1').code).toBe(0);
  });

  test('PKG-63 downloads stay in the cache unless told otherwise, and are used again', () => {
    expect(Number(run('pip install -q numpy; du -s /root/.cache/pip').stdout.split('\t')[0])).toBeGreaterThan(16_000);
    expect(run('pip install -q --no-cache-dir numpy; ls /root/.cache').stderr).toContain('No such file');
    expect(run('pip install -q numpy; ls /root/.cache', { env: { PIP_NO_CACHE_DIR: '1' } }).stderr).toContain('No such file');
    expect(run('pip install -q six; pip uninstall -y six; pip install six').stdout).toContain(
      '  Using cached six-1.17.0-py3-none-any.whl (11 kB)\n',
    );
  });

  test('PKG-64 requirement files are read line by line', () => {
    const files = { '/app/requirements.txt': '# web\nredis>=4,<6   # client\n\nrequests==2.31.0; python_version > "3"\n' };
    const ran = run('pip install -r /app/requirements.txt; pip freeze', { files });
    expect(ran.stdout).toContain('Collecting redis>=4,<6 (from -r /app/requirements.txt (line 2))\n');
    expect(ran.stdout).toContain('redis==5.0.8\nrequests==2.31.0\n');
    expect(run('pip install -r nothere.txt')).toMatchObject({
      code: 1,
      stderr: "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'nothere.txt'\n",
    });
  });

  test('PKG-65 a Python that the distribution manages refuses, as PEP 668 has it', () => {
    const files = {
      '/usr/bin/pip': '@pip',
      '/usr/lib/python3.11/EXTERNALLY-MANAGED':
        '[externally-managed]\nError=To install Python packages system-wide, try apt install\n python3-xyz.\n',
    };
    const managed = runOn(treeWith(files), programs, '/usr/bin/pip install six');
    expect(managed.code).toBe(1);
    expect(new TextDecoder().decode(Uint8Array.from(managed.stderr, (c) => c.charCodeAt(0)))).toContain(
      'error: externally-managed-environment\n\n× This environment is externally managed\n╰─> To install Python packages system-wide, try apt install\n    python3-xyz.\n\nnote: ',
    );
    expect(runOn(treeWith(files), programs, '/usr/bin/pip install -q --break-system-packages six').code).toBe(0);
  });

  test('PKG-66 pip replaces itself', () => {
    const { stdout } = run('pip install --upgrade pip; pip --version', { version: '3.8', pip: '23.0.1' });
    expect(stdout).toContain('Requirement already satisfied: pip in /usr/local/lib/python3.8/site-packages (23.0.1)\nCollecting pip\n');
    expect(stdout).toContain(
      '    Uninstalling pip-23.0.1:\n      Successfully uninstalled pip-23.0.1\nSuccessfully installed pip-25.0.1\n',
    );
    expect(stdout).toContain('pip 25.0.1 from /usr/local/lib/python3.8/site-packages/pip (python 3.8)\n');
  });

  test('PKG-67 without a network it tries five times again', () => {
    const ran = run('pip install six', { offline: true });
    expect(ran.code).toBe(1);
    expect(ran.stderr.match(/WARNING: Retrying/g)).toHaveLength(5);
    expect(ran.stderr).toContain('ERROR: No matching distribution found for six\n');
  });

  test('PKG-68 list, show, config', () => {
    const { stdout } = run(
      'pip install -q six; pip list; pip show six | head -n 2; pip config set global.index-url https://pypi.org/simple; pip config get global.index-url',
    );
    expect(stdout).toBe(
      'Package Version\n------- -------\npip     25.0.1\nsix     1.17.0\nName: six\nVersion: 1.17.0\nWriting to /root/.config/pip/pip.conf\nhttps://pypi.org/simple\n',
    );
  });
});
