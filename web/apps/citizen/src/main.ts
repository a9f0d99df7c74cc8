import '@chengmai/kit/base.css'
import '@chengmai/phone/vant.css'
import '@chengmai/phone/phone.css'
import { createWords, useTheme } from '@chengmai/kit'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { features } from './words'

useTheme()
createApp(App).use(createWords(features)).use(router).mount('#app')
