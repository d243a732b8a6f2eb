// Platforms of images: how they are written, and which of several serves one that is asked for.
// Knows containerd's rules for names and variants; refuses to know images, indexes and what a machine can run.
export { formatPlatform, linuxAmd64, normalizePlatform, type Platform, parsePlatform } from '../dockerfile/values/platform.ts';
export { bestPlatform, type Offered, platformOf, samePlatform, servesPlatform } from './match.ts';
