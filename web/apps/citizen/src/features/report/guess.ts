import type { MatterClass } from '@chengmai/api'

type Known = Pick<MatterClass, 'code' | 'kind' | 'name' | 'major_name'>

/** How people say it → how the standard says it. Longer sayings weigh more. */
const SAYINGS: [RegExp, RegExp][] = [
  [/垃圾|脏|臭/, /暴露垃圾|积存垃圾|道路不洁|垃圾满溢/],
  [/垃圾桶|垃圾箱|果皮箱/, /垃圾箱|果皮箱|垃圾间|垃圾容器/],
  [/井盖|窨井/, /井盖/],
  [/路灯|灯不亮|不亮|黑灯/, /路灯|照明/],
  [/坑|路面|塌|裂/, /道路破损|路面塌陷|路面|人行道/],
  [/积水|内涝|下水道|堵/, /积水|排水|污水/],
  [/噪|吵|音响|广场舞/, /噪/],
  [/摆摊|占道|小贩|流动/, /占道|游商|店外经营|无照/],
  [/小广告|喷涂|贴/, /小广告|张贴|涂写/],
  [/停车|乱停|僵尸车|共享单车|电动车/, /乱停|停放|废弃车/],
  [/施工|工地|扬尘|渣土/, /施工|工地|扬尘|渣土|遗撒/],
  [/树|草坪|绿化|花坛/, /绿地|绿化|行道树|树/],
  [/狗|猫|宠物/, /犬|宠物|动物/],
  [/烧烤|油烟|冒烟|焚烧/, /油烟|烧烤|焚烧/],
  [/红绿灯|信号灯/, /信号灯/],
  [/护栏|栏杆/, /护栏|栏杆/],
  [/水管|漏水|自来水/, /给水|供水|漏水/],
  [/雪|冰/, /雪|冰/],
]

/** Words that say nothing about what is wrong. */
const EMPTY = /问题|管理|设施|设备|一次|不好|这里|那里/g

function pairsOf(text: string): Set<string> {
  const plain = text.replace(EMPTY, ' ').replace(/[^\p{L}\p{N} ]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)).filter((pair) => !pair.includes(' ')))
}

/** Up to `most` classes that the words may mean, the likeliest first; none rather than a wild guess. */
export function guessClasses<T extends Known>(text: string, classes: readonly T[], most = 3): T[] {
  const pairs = pairsOf(text)
  if (pairs.size === 0) return []
  const said = SAYINGS.filter(([saying]) => saying.test(text)).map(([, meaning]) => meaning)
  return classes
    .map((one) => {
      const own = pairsOf(one.name)
      const shared = [...own].filter((pair) => pairs.has(pair)).length
      const meant = said.filter((meaning) => meaning.test(one.name)).length
      return { one, weight: meant * 2 + shared + (shared + meant > 0 ? 1 / (2 + own.size) : 0) }
    })
    .filter(({ weight }) => weight >= 1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ one }) => one)
}
