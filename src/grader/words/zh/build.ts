// checks/build 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { build as en } from '../en/build.ts';

export const build = {
  'build-none': '记得的构建里没有产生这个 `{image}` 的。',
  'step-none': '`{image}` 最近一次构建（第 {number} 次）里没有含有 `{step}` 的步骤。',
  'step-ran': '`{image}` 最近一次构建（第 {number} 次）重新执行了 `{step}`。',
  'step-cached': '`{image}` 最近一次构建（第 {number} 次）里，`{step}` 来自缓存。',
  'steps-ran': '`{image}` 最近一次构建（第 {number} 次）执行了 {found} 个步骤，第一个是 `{first}`；要求最多执行 {wanted} 个。',
  'context-none': '`{image}` 最近一次构建（第 {number} 次）的上下文不是这台机器上的目录。',
  'context-not-sent': '`{image}` 最近一次构建（第 {number} 次）收到 {found} 个文件，其中没有 {path}。',
  'context-sent': '`{image}` 最近一次构建（第 {number} 次）收到了 {path}。',
  'context-many': '`{image}` 最近一次构建（第 {number} 次）收到 {found} 个文件，多得看不出其中有没有 {path}。',
  'context-below': '`{image}` 最近一次构建（第 {number} 次）收到 {files} 个文件，共 {found} 字节；要求少于 {wanted} 字节。',
  'cache-records': '构建缓存里有 {found} 条记录。',
} as const satisfies Record<keyof typeof en, string>;
