// 界面用词（简体中文）：页面的，和浏览器里的代码的。
import { zh as code } from './code.zh.ts';
import type { WordKey } from './en.ts';
import { zh as pages } from './pages.zh.ts';

export const zh = { ...pages, ...code } as const satisfies Record<WordKey, string>;
