export { Client, newKey, queryOf, type Reauthenticate, type RequestOptions, type Upload } from './client'
export { listen, pauseBefore, type LiveFact, type LiveHooks, type LiveState } from './live'
export { Problem, problemFrom } from './problem'
export type * from './types'
