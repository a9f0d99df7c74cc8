import { expect, it } from 'vitest'
import { tellProblem } from './problems'
import { zh } from './words/zh'

function words(key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], zh)
}
const t = (key: string): string => words(key) as string
const te = (key: string): boolean => typeof words(key) === 'string'

function told(code: string, facts: Record<string, unknown> = {}, status = 422): string {
  return tellProblem({ status, code, detail: 'in English', facts, requestId: 'r' }, t, te).text
}

it('names the mistake of a position', () => {
  expect(told('kernel.bad_input', { field: 'point', mistake: 'swapped' })).toContain('写反')
  expect(told('kernel.bad_input', { field: 'text' })).toContain('请检查')
})

it('tells by code, else by status, and never in a foreign word', () => {
  expect(told('case.stale_page', {}, 409)).toContain('刚刚被别人处理过')
  expect(told('some.new_code', {}, 404)).toBe('没有找到。')
})
