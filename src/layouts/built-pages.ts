// The pages of the built site, for whatever is done to all of them after the build.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes every page anew as `change` gives it. `root`: the folder of the built site. */
export async function eachPage(root: string, change: (html: string) => string | Promise<string>): Promise<void> {
  for (const name of await readdir(root, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(root, name);
    const html = await readFile(file, 'utf8');
    const changed = await change(html);
    if (changed !== html) await writeFile(file, changed);
  }
}
