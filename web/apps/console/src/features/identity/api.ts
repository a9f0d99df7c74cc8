import { answerWithPasskey, makePasskey, type AddedFactor, type Challenge, type Colleague, type Delegation, type DemoAccount, type Device, type Enrolment, type Factors, type Me, type Organisation, type PasswordPolicy, type Person, type Proof } from '@chengmai/api'
import { api } from '../../shared/client'

export const readSession = (): Promise<Me> => api.get('/session')
export const signIn = (username: string, password: string): Promise<Me> =>
  api.post('/session', { body: { username, password } })
export const signOut = (): Promise<void> => api.delete('/session')
export const proveFactor = (proof: Proof): Promise<Me> => api.post('/session/factor', { body: proof })
export const confirmAgain = (proof: Proof): Promise<Me> => api.post('/session/confirm', { body: proof })

/** Answer a challenge for this session's own passkeys. */
export async function ownPasskey(): Promise<Proof> {
  const begun = await api.post<Challenge>('/session/factor/options')
  return { ceremony_id: begun.ceremony_id, credential: await answerWithPasskey(begun.options) }
}

/** Sign in with a passkey alone. */
export async function passkeySignIn(): Promise<Me> {
  const begun = await api.post<Challenge>('/session/passkey/options')
  return api.post('/session/passkey', { body: { ceremony_id: begun.ceremony_id, credential: await answerWithPasskey(begun.options) } })
}

export async function addPasskey(name: string): Promise<AddedFactor> {
  const begun = await api.post<Challenge>('/me/passkeys/options')
  const credential = await makePasskey(begun.options)
  return api.post('/me/passkeys', { body: { ceremony_id: begun.ceremony_id, credential, name } })
}
export const beginTotp = (): Promise<Enrolment> => api.post('/me/totp')
export const confirmTotp = (code: string): Promise<AddedFactor> => api.post('/me/totp/confirm', { body: { code } })
export const removeTotp = (): Promise<void> => api.delete('/me/totp')
export const removePasskey = (id: number): Promise<void> => api.delete(`/me/passkeys/${id}`)
export const freshCodes = async (): Promise<string[]> => (await api.post<{ recovery_codes: string[] }>('/me/recovery-codes')).recovery_codes
export const readFactors = (): Promise<Factors> => api.get('/me/factors')

export const readPasswordPolicy = (): Promise<PasswordPolicy> => api.get('/me/password')
export const changePassword = (current: string, fresh: string): Promise<Me> => api.post('/me/password', { body: { current, new: fresh } })
export const listDevices = (): Promise<Device[]> => api.get('/me/devices')
export const endDevice = (id: number): Promise<void> => api.delete(`/me/devices/${id}`)
export const endOthers = (): Promise<{ ended: number }> => api.delete('/me/devices')

export const listDelegations = (): Promise<Delegation[]> => api.get('/delegations')
export const findColleagues = (q: string): Promise<Colleague[]> => api.get('/colleagues', { query: { q } })
export const delegate = (body: { deputy_id: number; duties: string[]; starts_at: string; ends_at: string; reason: string }): Promise<{ id: number }> => api.post('/delegations', { body })
export const revokeDelegation = (id: number): Promise<void> => api.delete(`/delegations/${id}`)
export const beginActing = (id: number): Promise<Me> => api.post('/session/acting', { body: { delegation_id: id } })
export const stopActing = (): Promise<Me> => api.delete('/session/acting')

export const listProviders = (): Promise<{ key: string; name: string }[]> => api.get<{ key: string; name: string }[]>('/session/sso').catch(() => [])
export const beginSso = (key: string, to: string): Promise<{ address: string }> => api.post(`/session/sso/${key}`, { body: { to } })
export const finishSso = (state: string, code: string): Promise<{ to: string; session: Me }> => api.post('/session/sso', { body: { state, code } })


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
