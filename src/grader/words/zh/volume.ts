// checks/volume 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { volume as en } from '../en/volume.ts';

export const volume = {
  'volume-missing': '没有名为 `{volume}` 的卷。',
  'volume-exists': '有名为 `{volume}` 的卷。',
  'volume-count': '现有 {found} 个卷，其中 {anonymous} 个是匿名卷；要求 {wanted} 个。',
  'volume-file-missing': '卷 `{volume}` 里读不到文件 {path}。',
  'volume-file': '卷 `{volume}` 里 {path} 的内容是 {found}，不是 {wanted}。',
  'network-missing': '没有名为 `{network}` 的网络。',
  'container-network': '`{container}` 连接的网络是 {found}，要求 `{wanted}`。',
  'container-no-network': '`{container}` 没有连接任何网络，要求 `{wanted}`。',
} as const satisfies Record<keyof typeof en, string>;
