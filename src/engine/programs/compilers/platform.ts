import type { Process } from '../../kernel/index.ts';

/** The loader that programs linked here ask for: musl's on Alpine, else glibc's. */
export function linker(p: Process): { readonly musl: boolean; readonly loader: string } {
  const musl = p.fs.exists('/lib/ld-musl-x86_64.so.1') || /^ID=alpine$/m.test(osRelease(p));
  return { musl, loader: musl ? '/lib/ld-musl-x86_64.so.1' : '/lib64/ld-linux-x86-64.so.2' };
}

function osRelease(p: Process): string {
  return p.fs.exists('/etc/os-release') ? new TextDecoder().decode(p.fs.readFile('/etc/os-release')) : '';
}
