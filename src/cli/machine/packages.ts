import { providePackages } from '../../engine/programs/package-data/index.ts';

/** Gives the engine's package managers their indexes, each fetched when a session first needs it. */
providePackages({
  alpine: async () => (await import('../../../content/packages/alpine.json', { with: { type: 'json' } })).default,
  pypi: async () => (await import('../../../content/packages/pypi.json', { with: { type: 'json' } })).default,
  npm: async () => (await import('../../../content/packages/npm.json', { with: { type: 'json' } })).default,
  rpm: async () => (await import('../../../content/packages/rpm.json', { with: { type: 'json' } })).default,
  git: async () => (await import('../../../content/packages/git.json', { with: { type: 'json' } })).default,
  'debian-11': async () => (await import('../../../content/packages/debian-11.json', { with: { type: 'json' } })).default,
  'debian-11-npm': async () => (await import('../../../content/packages/debian-11-npm.json', { with: { type: 'json' } })).default,
  'debian-12': async () => (await import('../../../content/packages/debian-12.json', { with: { type: 'json' } })).default,
  'debian-12-npm': async () => (await import('../../../content/packages/debian-12-npm.json', { with: { type: 'json' } })).default,
  'debian-13': async () => (await import('../../../content/packages/debian-13.json', { with: { type: 'json' } })).default,
  'debian-13-npm': async () => (await import('../../../content/packages/debian-13-npm.json', { with: { type: 'json' } })).default,
  'ubuntu-16.04': async () => (await import('../../../content/packages/ubuntu-16.04.json', { with: { type: 'json' } })).default,
  'ubuntu-16.04-npm': async () => (await import('../../../content/packages/ubuntu-16.04-npm.json', { with: { type: 'json' } })).default,
  'ubuntu-18.04': async () => (await import('../../../content/packages/ubuntu-18.04.json', { with: { type: 'json' } })).default,
  'ubuntu-18.04-npm': async () => (await import('../../../content/packages/ubuntu-18.04-npm.json', { with: { type: 'json' } })).default,
  'ubuntu-20.04': async () => (await import('../../../content/packages/ubuntu-20.04.json', { with: { type: 'json' } })).default,
  'ubuntu-20.04-npm': async () => (await import('../../../content/packages/ubuntu-20.04-npm.json', { with: { type: 'json' } })).default,
  'ubuntu-22.04': async () => (await import('../../../content/packages/ubuntu-22.04.json', { with: { type: 'json' } })).default,
  'ubuntu-22.04-npm': async () => (await import('../../../content/packages/ubuntu-22.04-npm.json', { with: { type: 'json' } })).default,
  'ubuntu-24.04': async () => (await import('../../../content/packages/ubuntu-24.04.json', { with: { type: 'json' } })).default,
  'ubuntu-24.04-npm': async () => (await import('../../../content/packages/ubuntu-24.04-npm.json', { with: { type: 'json' } })).default,
  'debian-files': async () => (await import('../../../content/packages/debian-files.json', { with: { type: 'json' } })).default,
  'debian-scripts': async () => (await import('../../../content/packages/debian-scripts.json', { with: { type: 'json' } })).default,
  'debian-texts': async () => (await import('../../../content/packages/debian-texts.json', { with: { type: 'json' } })).default,
});
