import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { offline } from '../../vite.offline.ts'
import { appConfig } from '../../vite.shared.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const config = appConfig('/f/', 5175)

export default defineConfig({ ...config, plugins: [...(config.plugins ?? []), offline(here('src/sw/sw.ts'), here('public'))] })
