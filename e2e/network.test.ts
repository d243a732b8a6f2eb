import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, run, type Site, screen, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('the simulated world around the machine', () => {
  it('LAB-20 an image is pulled from the simulated Hub, its server answers on a published port, and nothing leaves the page', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker run -d -p 8080:80 --name web nginx');
    await run(page, "docker exec web sh -c 'echo hello from the container > /usr/share/nginx/html/index.html'");
    await run(page, 'clear; curl -s localhost:8080');
    expect(await screen(page)).toContain('hello from the container');
    await run(page, 'clear; docker port web');
    expect(await screen(page)).toContain('80/tcp -> 0.0.0.0:8080');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LAB-21 only the parts that a command needs are fetched, each once', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
    await run(page, 'docker pull alpine:3.20');
    const first = fetched.length;
    expect(fetched.some((name) => name.startsWith('alpine'))).toBe(true);
    expect(fetched.some((name) => /^(?:python|nginx|debian)/.test(name))).toBe(false);
    await run(page, 'docker rmi alpine:3.20 && docker pull alpine:3.20');
    expect(fetched.slice(first).filter((name) => name.startsWith('alpine'))).toEqual([]);
    await page.context().close();
  });

  it('LAB-22 a package installed in a container runs there, after a reload too', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker run --name c1 debian:12 sh -c "apt-get update && apt-get install -y --no-install-recommends curl"');
    await run(page, 'docker commit c1 with-curl:1');
    await page.reload();
    await terminal(page);
    await run(page, 'clear; docker run --rm with-curl:1 curl --version');
    expect(await screen(page)).toMatch(/^curl \d/m);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
