import type { CaseDetail, CaseRow, Page, Person } from '@chengmai/api'
import { api, patience } from '../../shared/client'
import { askOrRecall, type Answer } from '../../shared/kept'

const QUEUES: [string[], string][] = [
  [['collector', 'handler'], 'my_tasks'],
  [['department'], 'to_receive'],
  [['department'], 'to_confirm'],
]

/** Everything that waits for this person, in one list; offline, as it was last seen. */
export function myTasks(duties: readonly string[]): Promise<Answer<CaseRow[]>> {
  const wanted = QUEUES.filter(([needed]) => needed.some((duty) => duties.includes(duty))).map(([, queue]) => queue)
  return askOrRecall('tasks', async () => {
    const pages = await Promise.all(wanted.map((queue) => api.get<Page<CaseRow>>('/cases', { query: { queue, limit: 100, order: 'due' }, signal: patience() })))
    const rows = new Map(pages.flatMap((page) => page.items).map((row) => [row.id, row]))
    return [...rows.values()]
  })
}

export const readCase = (id: number): Promise<Answer<CaseDetail>> => askOrRecall(`case:${id}`, () => api.get<CaseDetail>(`/cases/${id}`, { signal: patience() }))
export const readCaseNow = (id: number): Promise<CaseDetail> => api.get(`/cases/${id}`, { signal: patience() })
export const listHandlers = (organisationId: number): Promise<Answer<Person[]>> =>
  askOrRecall(`handlers:${organisationId}`, () => api.get<Person[]>('/people', { query: { duty: 'handler', organisation_id: organisationId }, signal: patience() }))
