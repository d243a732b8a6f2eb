import { expect, test } from 'vitest';
import { ConfigProblem, defaultConfig, readDaemonConfig } from './index.ts';

const complaint = (text: string): string => {
  try {
    readDaemonConfig(text);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
  return '';
};

// Each line was asked of `dockerd --validate` 28.5.2.
test.each([
  ['{', 'invalid JSON: unexpected end of JSON input'],
  ['{"a":1}', "the following directives don't match any configuration option: a"],
  ['{"b":1,"a":2}', "the following directives don't match any configuration option: a, b"],
  ['{"Debug":true}', "the following directives don't match any configuration option: Debug"],
  ['{"bip":{"x":1}}', "the following directives don't match any configuration option: x"],
  [
    '{"insecure-registries":"reg:5000"}',
    'invalid JSON: json: cannot unmarshal string into Go struct field Config.insecure-registries of type []string',
  ],
  ['{"insecure-registries":[5]}', 'invalid JSON: json: cannot unmarshal number into Config.insecure-registries.0 of type string'],
  ['{"insecure-registries":["reg:5000",],}', "invalid JSON: invalid character ']' looking for beginning of value"],
  ['[]', 'invalid JSON: json: cannot unmarshal array into Go value of type map[string]interface {}'],
  ['{"debug":tru}', "invalid JSON: invalid character '}' in literal true (expecting 'e')"],
  ['{"debug":true}}', "invalid JSON: invalid character '}' after top-level value"],
  ['{debug:true}', "invalid JSON: invalid character 'd' looking for beginning of object key string"],
  ["{'debug':true}", "invalid JSON: invalid character '\\'' looking for beginning of object key string"],
  ['{"debug" true}', "invalid JSON: invalid character 't' after object key"],
  ['{"debug":true "x":1}', "invalid JSON: invalid character '\"' after object key:value pair"],
  ['{"dns":["1" "2"]}', "invalid JSON: invalid character '\"' after array element"],
  ['{"mtu":01}', "invalid JSON: invalid character '1' after object key:value pair"],
  ['{"mtu":1.5}', 'invalid JSON: json: cannot unmarshal number 1.5 into Go struct field Config.mtu of type int'],
  ['// c', "invalid JSON: invalid character '/' looking for beginning of value"],
  ['{"dns":["x"]}', 'invalid JSON: invalid IP address: x'],
  [
    '{"features":{"buildkit":"x"}}',
    'invalid JSON: json: cannot unmarshal string into Go struct field Config.features.buildkit of type bool',
  ],
  [
    '{"registry-mirrors":["mirror.local"]}',
    `merged configuration validation from file and command line flags failed: invalid mirror: no scheme specified for "mirror.local": must use either 'https://' or 'http://'`,
  ],
  [
    '{"registry-mirrors":["ftp://x"]}',
    `merged configuration validation from file and command line flags failed: invalid mirror: unsupported scheme "ftp" in "ftp://x": must use either 'https://' or 'http://'`,
  ],
  [
    '{"registry-mirrors":["https://a/?q"]}',
    'merged configuration validation from file and command line flags failed: invalid mirror: query or fragment at end of the URI "https://a/?q"',
  ],
  [
    '{"registry-mirrors":["https://u:p@a"]}',
    'merged configuration validation from file and command line flags failed: invalid mirror: username/password not allowed in URI "https://u:xxxxx@a"',
  ],
  ['{"log-level":"x"}', 'merged configuration validation from file and command line flags failed: invalid logging level: x'],
  [
    '{"max-concurrent-downloads":-1}',
    'merged configuration validation from file and command line flags failed: invalid max concurrent downloads: -1',
  ],
  ['{"labels":["x"]}', 'merged configuration validation from file and command line flags failed: bad attribute format: x'],
])('CFG-1 dockerd refuses %s', (text, words) => {
  expect(complaint(text)).toBe(words);
});

test('CFG-2 what has effect is read, the rest that Docker knows is accepted, an empty file says nothing', () => {
  expect(readDaemonConfig('')).toEqual(defaultConfig);
  expect(readDaemonConfig('{"debug":null,"storage-driver":"overlay2","log-opts":{"max-size":"10m"},"dns":["1.1.1.1"]}')).toEqual({
    ...defaultConfig,
    settings: { debug: null, 'storage-driver': 'overlay2', 'log-opts': { 'max-size': '10m' }, dns: ['1.1.1.1'] },
  });
  expect(
    readDaemonConfig('{"insecure-registries":["reg:5000","10.0.0.0/8"],"registry-mirrors":["http://mirror:5000"],"debug":true}'),
  ).toEqual({
    insecureRegistries: ['reg:5000', '10.0.0.0/8'],
    registryMirrors: ['http://mirror:5000/'],
    debug: true,
    settings: { 'insecure-registries': ['reg:5000', '10.0.0.0/8'], 'registry-mirrors': ['http://mirror:5000'], debug: true },
  });
});

test('CFG-4 a scheme in front of an insecure registry is left out', () => {
  expect(readDaemonConfig('{"insecure-registries":["http://reg:5000","HTTPS://other","plain:80"]}').insecureRegistries).toEqual([
    'reg:5000',
    'other',
    'plain:80',
  ]);
});
