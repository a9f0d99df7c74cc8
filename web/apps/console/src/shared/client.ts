import { Client } from '@chengmai/api'

/** The desk's one door to the back end. */
export const api = new Client('console')
