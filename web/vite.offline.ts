import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Builds `worker` to `sw.js` beside index.html and tells it what the app consists of. */
export function offline(worker: string, publicFolder: string): Plugin {
  let base = '/'
  return {
    name: 'chengmai-offline',
    apply: 'build',
    configResolved: (config) => {
      base = config.base
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: worker, fileName: 'sw.js' })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.keys(bundle).filter((name) => name !== 'sw.js' && !name.endsWith('.map'))
        const shell = [...new Set([...built, ...readdirSync(publicFolder), 'index.html'])].sort()
        const version = createHash('sha256').update(shell.join('\n')).digest('hex').slice(0, 12)
        const made = bundle['sw.js']
        if (made?.type !== 'chunk') throw new Error('The service worker was not built.')
        made.code = made.code
          .replace('__SHELL__', JSON.stringify(shell.map((name) => base + name)))
          .replace('__VERSION__', JSON.stringify(version))
      },
    },
  }
}
