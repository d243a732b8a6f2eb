import { pageLocale } from '../../../i18n/index.ts';

/** What the page itself refuses, when no worker answers: these words are there before it is, and when it never comes. */
const words = {
  'engine.load': { en: 'The engine could not be loaded.', zh: '引擎没能加载。' },
  'engine.early': { en: 'The engine is not loaded yet.', zh: '引擎还没有加载完。' },
  'engine.long': { en: 'It took too long and was stopped.', zh: '用时太长，已停止。' },
  'engine.ended': { en: 'The machine was ended.', zh: '机器已经停止。' },
  'engine.stuck': {
    en: 'The command did not stop, so the machine was set back to before it.',
    zh: '命令停不下来，所以机器退回到了它运行之前。',
  },
  'terminal.closed': { en: 'The terminal was closed.', zh: '终端已关闭。' },
  'archive.short': { en: 'The archive ended too early.', zh: '归档提前结束了。' },
  'boxes.none': { en: 'Nothing has been kept yet.', zh: '还没有保存过任何东西。' },
  'uploads.none': { en: 'This page cannot keep uploads.', zh: '这个页面不能保存上传的文件。' },
} as const;

export type PageRefusal = keyof typeof words;

export const refused = (key: PageRefusal, locale = pageLocale()): Error => new Error(words[key][locale]);
