import type { IconName } from '@chengmai/kit'
import type { Choice, OutboxFigure } from './api'

export const CHANNELS = ['in_app', 'push', 'sms', 'email', 'wechat'] as const
export const STATES = ['waiting', 'sending', 'failed', 'dead', 'sent', 'delivered'] as const
/** These tell citizens: the progress of a report, the answer to a request about their data. */
const FOR_CITIZENS = ['report_progress', 'data_rights']
const ICON: Record<string, IconName> = { case_work: 'desk', case_clock: 'clock', case_supervised: 'flag', report_progress: 'send', data_rights: 'shield', account: 'user', system: 'info' }

export const iconOf = (topic: string): IconName => ICON[topic] ?? 'info'
export const topicsOf = (choices: Choice[]): string[] => [...new Set(choices.map((one) => one.topic))].filter((topic) => !FOR_CITIZENS.includes(topic))
export const isWanted = (choices: Choice[], topic: string, channel: string): boolean => choices.some((one) => one.topic === topic && one.channel === channel && one.wanted)

/** How many messages of a channel are in a state. */
export const countOf = (figures: OutboxFigure[], channel: string, state: string): number => figures.find((one) => one.channel === channel && one.state === state)?.count ?? 0

/** What a form of settings sends: what was left empty is left out, so that a secret stays as it was. */
export function settingsOf(form: Record<string, string>): Record<string, unknown> {
  const given = Object.entries(form).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, name === 'hosts' ? value.split(/[\s,，]+/).filter(Boolean) : value]))
}

/** A place of this desk, or undefined for a page elsewhere on this site or a foreign address. */
export function placeOf(link: string): string | undefined {
  return /^\/(?![/\\]|c\/|f\/|api\/)/.test(link) ? link : undefined
}
