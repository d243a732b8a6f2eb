// 练习页的中文文字，键与 en 相同。
import type { en } from './words.en.ts';

export const zh: Record<keyof typeof en, string> = {
  topics: '练什么？',
  all: '全部',
  layers: '层与缓存',
  dockerfile: 'Dockerfile',
  files: '文件去了哪里',
  containers: '容器',
  names: '名字与仓库',
  start: '第一题',
  next: '下一题',
  loading: '引擎正在造一台机器，实际运行一遍…',
  failed: '引擎无法启动：{why}',
  retry: '再试一次',
  question: '第 {n} 题',
  score: '这次练习：{all} 题答对 {right} 题',
  none: '还没有回答',
};
