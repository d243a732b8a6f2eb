// The two ways in which states of the lab are looked at, and a sandbox at work.
import type { Page } from 'playwright-core';
import { run, type Site, show } from './site.ts';

export const looks = [
  { width: 1440, height: 900, language: 'en', scheme: 'light', sandbox: '/sandbox/', lesson: '/learn/layer-stack/' },
  { width: 360, height: 740, language: 'zh', scheme: 'dark', sandbox: '/zh-cn/sandbox/', lesson: '/zh-cn/learn/layer-stack/' },
] as const;
export type Look = (typeof looks)[number];

/** Types commands and waits for each. */
export async function type(page: Page, ...lines: string[]): Promise<void> {
  await show(page, 'terminal');
  for (const line of lines) await run(page, line);
}
export async function open(site: Site, look: Look, path: string): Promise<Page> {
  const { page } = await site.open(path, {
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    hasTouch: look.width < 500,
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  page.setDefaultTimeout(20_000);
  return page;
}

/** Commands after which every picture has something to show. */
export const lines = [
  'docker build -t hello:1 .',
  'echo "# two" >> hello.sh',
  'docker build -t hello:1 .',
  'docker run -d -p 5000:5000 --name registry registry:2',
  'docker tag hello:1 localhost:5000/hello:1',
  'docker push localhost:5000/hello:1',
  "printf 'FROM busybox\\nRUN echo hunter2 > /token\\nRUN rm /token\\n' > Leak",
  'docker build -q -t leak -f Leak .',
  "docker run -d --name web -p 8080:80 -v data:/data --health-cmd 'wget -q -O- localhost' --health-interval 5s nginx",
];
