import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './features/identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    open?: boolean
    bar?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory('/f/'),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/sign-in', component: () => import('./features/identity/SignInPage.vue'), meta: { open: true } },
    { path: '/', component: () => import('./features/tasks/HomePage.vue'), meta: { bar: true } },
    { path: '/map', component: () => import('./features/tasks/MapPage.vue'), meta: { bar: true } },
    { path: '/task/:id(\\d+)', component: () => import('./features/tasks/TaskPage.vue') },
    { path: '/report', component: () => import('./features/report/ReportPage.vue'), meta: { bar: true } },
    { path: '/outbox', component: () => import('./features/outbox/OutboxPage.vue'), meta: { bar: true } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open || session.me.value !== undefined) return true
  const signedIn = await session.resume().catch(() => false)
  return signedIn ? true : { path: '/sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})
