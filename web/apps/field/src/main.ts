import '@chengmai/kit/base.css'
import { createWords, useTheme } from '@chengmai/kit'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { words } from './words'

useTheme()
createApp(App).use(createWords([words])).use(router).mount('#app')
