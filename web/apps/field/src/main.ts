import '@chengmai/kit/base.css'
import '@chengmai/phone/vant.css'
import '@chengmai/phone/phone.css'
import './shared/field.css'
import { createWords } from '@chengmai/kit'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { useNight } from './shared/night'
import { keepOnPhone } from './sw/register'
import { features } from './words'

useNight()
keepOnPhone()
createApp(App).use(createWords(features)).use(router).mount('#app')
