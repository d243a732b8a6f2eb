// checks/registry 各项检查结果的中文说法。每句说的都是现状，可以接在“现状”之后。
import type { registry as en } from '../en/registry.ts';

export const registry = {
  'registry-silent': '`{host}` 上没有仓库应答。',
  'registry-no-repository': '仓库里没有 `{repository}` 这个镜像库，也就没有 `{reference}`。',
  'hub-not-pushed': '还没有向 Docker Hub 的 `{repository}` 推送过任何东西。',
  'registry-repository-missing': '仓库里没有 `{repository}` 这个镜像库。',
  'registry-no-tags': '`{repository}` 没有任何标签，也就没有 `{reference}`。',
  'registry-lacks': '仓库里没有 `{reference}`，现有的标签是：{tags}。',
  'registry-has': '仓库里有 `{reference}`：{digest}。',
  'registry-other-digest': '`{a}` 是 {digestA}，`{b}` 是 {digestB}：两份不同的清单。',
  'registry-same-digest': '`{a}` 和 `{b}` 是同一份清单：{digest}。',
  'registry-not-at-start': '开始时仓库里没有 `{reference}`。',
  'registry-moved': '`{reference}` 开始时是 {before}，现在是 {now}。',
  'registry-platforms': '`{reference}` 有的平台是 {found}，要求 {wanted}。',
  'registry-tags-lack': '`{repository}` 没有标签 {tags}。',
  'registry-tags-extra': '`{repository}` 还有标签 {tags}。',
  'registry-shares': '`{a}` 与 `{b}` 共用 {found} 个层 blob，要求至少 {wanted} 个。',
  'push-none': '开始以来还没有成功推送过 `{reference}`。',
  'push-bytes': '最近一次推送 `{reference}` 发送了 {found} 字节的层与配置，要求少于 {wanted}。',
  'push-blobs': '最近一次推送 `{reference}` 发送了 {found} 个 blob，要求不超过 {wanted} 个。',
  'image-no-digest': '`{image}` 没有仓库里的摘要；`{reference}` 是 {wanted}。',
  'image-other-digest': '`{image}` 的摘要是 {found}；`{reference}` 是 {wanted}。',
} as const satisfies Record<keyof typeof en, string>;
