import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/c/'),
  routes: [{ path: '/', component: () => import('./features/home/HomePage.vue') }],
})
