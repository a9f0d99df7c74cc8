import { dayOf } from '@chengmai/kit'
import type { Media } from '@chengmai/api'
import type { CitizenReport, ReportState, StoryStep } from './api'

export type Tone = 'wait' | 'act' | 'good' | 'bad'

const TONES: Record<ReportState, Tone> = {
  submitted: 'act', accepted: 'act', in_progress: 'wait', done: 'good', to_rate: 'good', rated: 'good', refused: 'bad',
}

/** How a state feels: colour goes with its word, never alone. */
export function toneOf(state: ReportState): Tone {
  return TONES[state]
}

const STAGES: ReportState[][] = [['submitted'], ['accepted'], ['in_progress'], ['done', 'to_rate', 'rated']]

/** How many of the four marks on the way are behind us; 0 for a report that was not taken up. */
export function marksPassed(state: ReportState): number {
  return STAGES.findIndex((states) => states.includes(state)) + 1
}

export interface DayWords {
  key: 'today' | 'tomorrow' | 'yesterday' | 'day' | 'year'
  year: number
  month: number
  day: number
}

const DAY = 86_400_000

/** A date as people say it: today, tomorrow, yesterday, or month and day; with the year when it is another one. */
export function dayWords(at: string, now: Date): DayWords {
  const that = dayOf(at)
  const [year, month, day] = that.split('-').map(Number) as [number, number, number]
  const is = (offset: number): boolean => dayOf(new Date(now.getTime() + offset * DAY)) === that
  const key = is(0) ? 'today' : is(1) ? 'tomorrow' : is(-1) ? 'yesterday' : dayOf(now).startsWith(`${year}-`) ? 'day' : 'year'
  return { key, year, month, day }
}

/** Steps that were taken more than once in a row are told once, with the photos of all. */
export function storyOf(steps: readonly StoryStep[]): StoryStep[] {
  const told: StoryStep[] = []
  for (const step of steps) {
    const last = told.at(-1)
    if (last !== undefined && last.title === step.title && last.words === step.words) {
      told[told.length - 1] = { ...step, media: [...last.media, ...step.media] }
    } else told.push(step)
  }
  return told
}

/** The pair for the slider: the first picture before, the last one after; null without both. */
export function pairOf(photos: CitizenReport['photos']): { before: Media; after: Media } | null {
  const before = photos.before.find((media) => media.kind === 'image')
  const after = photos.after.filter((media) => media.kind === 'image').at(-1)
  return before !== undefined && after !== undefined ? { before, after } : null
}

/** What a person types as a tracking number, tidied: capitals, no spaces, the dashes kept. */
export function tidyNumber(typed: string): string {
  return typed.replace(/[\s　]+/g, '').replace(/[‐‑–—－]/g, '-').toUpperCase().slice(0, 40)
}

/** Where a picture is looked at: its middle size when it is a picture, else itself. */
export function viewOf(media: Media): string {
  return media.kind === 'image' ? media.url.replace(/\/original$/, '/view') : media.url
}

/** Whether the person is not content: one or two of five. */
export function isDissatisfied(score: number): boolean {
  return score > 0 && score <= 2
}
