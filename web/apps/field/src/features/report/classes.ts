import type { MatterClass } from '@chengmai/api'
import { api, patience } from '../../shared/client'
import { askOrRecall } from '../../shared/kept'

const KEY = 'chengmai.field.classes'

/** Every class of the city; offline, as last seen. */
export const listClasses = async (): Promise<MatterClass[]> => (await askOrRecall('classes', () => api.get<MatterClass[]>('/city/classes', { signal: patience() }))).value

export const recentCodes = (): string[] => JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[]
export const rememberCodes = (codes: string[]): void => localStorage.setItem(KEY, JSON.stringify(codes))
