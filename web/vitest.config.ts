import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'happy-dom',
    include: ['apps/*/src/**/*.spec.ts', 'packages/*/src/**/*.spec.ts'],
    env: { TZ: 'UTC' },
    css: false,
  },
})
