import '@chengmai/kit/base.css'
import './shared/element.css'
import './shared/controls.css'
import { createWords, stackTables, useTheme } from '@chengmai/kit'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { features } from './words'

useTheme()
stackTables()
createApp(App).use(createPinia()).use(createWords(features)).use(router).mount('#app')
