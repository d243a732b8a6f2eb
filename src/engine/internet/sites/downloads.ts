import { load, type Step } from '../../kernel/index.ts';
import type { ResponseToWrite } from '../../programs/http/index.ts';
import type { Site, SiteRequest } from '../internet.ts';

const source = async (): Promise<typeof import('./redis-source.ts')> => import('./redis-source.ts');

/** Where release archives of Redis are: small stand-ins of every version asked for, with a Makefile that builds. */
export const downloads: Site = {
  names: ['download.redis.io'],
  *respond({ target }: SiteRequest): Step<ResponseToWrite> {
    const version = /^\/releases\/redis-(\d+\.\d+\.\d+)\.tar\.gz$/.exec(target)?.[1];
    if (version === undefined) return { status: 404, headers: [['Content-Type', 'text/html']], body: '<h1>404 Not Found</h1>\n' };
    const { redisArchive, RELEASED } = yield* load(source);
    return {
      status: 200,
      headers: [
        ['Content-Type', 'application/octet-stream'],
        ['Last-Modified', RELEASED],
      ],
      body: redisArchive(version),
    };
  },
};
