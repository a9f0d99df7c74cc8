import { Client } from '@chengmai/api'

/** The citizen's one door to the back end. */
export const api = new Client('citizen')
