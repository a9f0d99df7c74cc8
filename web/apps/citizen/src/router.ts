import { createRouter, createWebHistory } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
  }
}

export const router = createRouter({
  history: createWebHistory('/c/'),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', component: () => import('./features/reports/HomePage.vue'), meta: { title: 'home.title' } },
    { path: '/report', component: () => import('./features/report/ReportPage.vue'), meta: { title: 'report.title' } },
    { path: '/find', component: () => import('./features/reports/FindPage.vue'), meta: { title: 'find.title' } },
    { path: '/nearby', component: () => import('./features/nearby/NearbyPage.vue'), meta: { title: 'nearby.title' } },
    { path: '/notice', component: () => import('./features/notice/NoticePage.vue'), meta: { title: 'notice.title' } },
    { path: '/data', component: () => import('./features/data/DataPage.vue'), meta: { title: 'data.title' } },
    { path: '/r/:tracking', component: () => import('./features/reports/StoryPage.vue'), meta: { title: 'story.title' } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
