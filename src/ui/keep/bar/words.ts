import { wordsOf } from '../../../i18n/index.ts';

const en = {
  'bar.label': 'Share and keep',
  'bar.boxes': 'Sandboxes',
  'bar.kept': 'kept on this device, {size}',
  'bar.open': 'Open archive',
  'bar.open.hint': 'Open what docker save wrote, an OCI layout, or a saved sandbox',
  'bar.download': 'Download image',
  'bar.share': 'Share state',
  'access.elsewhere': 'This lab is open in another tab, which keeps it. What you do here is not kept.',
  'access.free': 'The other tab is closed. What you do here is not kept yet.',
  'access.take': 'Take over here',
  'access.continue': 'Continue here',
  'access.copy': 'Open a copy',
  'access.taking': 'The other tab is saving …',
  'access.failed': 'The copy could not be made: {why}',
  'drop.here': 'Drop image archives or saved sandboxes here. Nothing leaves this page.',
};

const zh: Record<keyof typeof en, string> = {
  'bar.label': '分享与保存',
  'bar.boxes': '我的沙盒',
  'bar.kept': '存在这台设备上，{size}',
  'bar.open': '打开归档',
  'bar.open.hint': '打开 docker save 的归档、OCI 布局，或存下来的沙盒',
  'bar.download': '下载镜像',
  'bar.share': '分享状态',
  'access.elsewhere': '另一个标签页正开着并保存这个实验台。在这里做的事不会保存。',
  'access.free': '另一个标签页已经关掉。在这里做的事还没有开始保存。',
  'access.take': '改在这里用',
  'access.continue': '在这里继续',
  'access.copy': '另开一份',
  'access.taking': '另一个标签页正在保存……',
  'access.failed': '没能另开一份：{why}',
  'drop.here': '把镜像归档或存下来的沙盒拖到这里。内容不会离开本页。',
};

/** The words that are there before any dialog is. */
export const barWords = wordsOf<keyof typeof en>({ en, zh });
