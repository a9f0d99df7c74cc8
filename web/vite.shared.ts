import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'

const BACK_END = process.env.CHENGMAI_BACK_END ?? 'http://127.0.0.1:8080'
const PUSH = process.env.CHENGMAI_PUSH ?? BACK_END

/** One build recipe for the three apps; they differ in base and port only. */
export function appConfig(base: string, port: number): UserConfig {
  const proxied = ['/api', '/tiles', '/media', '/healthz'].map((path) => [path, { target: BACK_END }])
  proxied.push(['/live', { target: PUSH }])
  return {
    base,
    plugins: [vue()],
    define: {
      __VUE_I18N_FULL_INSTALL__: 'true',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    server: { host: '127.0.0.1', port, strictPort: true, proxy: Object.fromEntries(proxied) },
    // Pages that are open keep loading the assets of the build they came from; the platform sweeps old ones.
    build: { emptyOutDir: false, target: 'es2022', chunkSizeWarningLimit: 1200, reportCompressedSize: false },
  }
}
