import type { DemoAccount, Me, Organisation, Person } from '@chengmai/api'
import { api } from '../../shared/client'

export const readSession = (): Promise<Me> => api.get('/session')
export const signIn = (username: string, password: string): Promise<Me> =>
  api.post('/session', { body: { username, password } })
export const signOut = (): Promise<void> => api.delete('/session')

/** The accounts of a demonstration city; a real city answers 404 and the page shows none. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  try {
    return await api.get<DemoAccount[]>('/session/demo')
  } catch {
    return []
  }
}

export const listOrganisations = (): Promise<Organisation[]> => api.get('/organisations')
export const listPeople = (duty: string, organisationId?: number | null): Promise<Person[]> =>
  api.get('/people', { query: { duty, organisation_id: organisationId } })
