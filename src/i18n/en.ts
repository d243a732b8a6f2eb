// The interface's words in English: those of the pages, which are written when the site is built, and those of code that runs in browsers.
import { en as code } from './code.en.ts';
import { en as pages } from './pages.en.ts';

export const en = { ...pages, ...code } as const;

export type WordKey = keyof typeof en;
