// checks/host 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { host as en } from '../en/host.ts';

export const host = {
  'host-missing': '机器上没有 {path}。',
  'host-there': '机器上有 {path}。',
  'host-no-file': '{path} 不是普通文件。',
  'host-file': '{path} 的内容是 {found}，不是 {wanted}。',
  'host-file-lacks': '{path} 里没有 {text}。',
  'host-file-has': '{path} 的第 {line} 行有 {text}。',
  'archive-none': '{path} 不是 tar 归档。',
  'archive-lacks': '归档 {path} 有 {found} 个成员，没有叫 {member} 的。',
  'archive-refs': '归档 {path} 里的名字是 {found}，要求 {wanted}。',
  'archive-nameless': '归档 {path} 里没有镜像名字，要求 {wanted}。',
  'setting-waiting': '{path} 里已经写了，但引擎还没有读到 {key}：它只在启动时读这个文件。',
  'setting-none': '引擎运行时没有 {key} 这项设置，要求 {wanted}。',
  setting: '引擎运行时 {key} 是 {found}，要求 {wanted}。',
} as const satisfies Record<keyof typeof en, string>;
