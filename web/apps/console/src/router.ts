import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './features/identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    open?: boolean
    bare?: boolean
    title?: string
  }
}

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', component: () => import('./features/identity/SignInPage.vue'), meta: { open: true, bare: true, title: 'identity.sign_in' } },
    { path: '/sign-in/sso', component: () => import('./features/identity/SsoPage.vue'), meta: { open: true, bare: true, title: 'account.sso' } },
    { path: '/me', component: () => import('./features/identity/AccountPage.vue'), meta: { title: 'nav.account' } },
    { path: '/me/notices', component: () => import('./features/notices/NoticeSettingsPage.vue'), meta: { title: 'nav.notices' } },
    { path: '/channels', component: () => import('./features/notices/ChannelsPage.vue'), meta: { title: 'nav.channels' } },
    { path: '/privacy/:id(\\d+)?', name: 'privacy', component: () => import('./features/privacy/RequestsPage.vue'), meta: { title: 'nav.privacy' } },
    { path: '/security/:part(accounts|policy|attempts|clients)?', name: 'security', component: () => import('./features/security/SecurityPage.vue'), meta: { title: 'nav.security' } },
    { path: '/roster', component: () => import('./features/shifts/RosterPage.vue'), meta: { title: 'nav.roster' } },
    { path: '/', component: () => import('./features/home/HomePage.vue'), meta: { title: 'nav.home' } },
    { path: '/desk/:id(\\d+)?', name: 'desk', component: () => import('./features/cases/DeskPage.vue'), meta: { title: 'nav.desk' } },
    { path: '/map', component: () => import('./features/atlas/MapPage.vue'), meta: { title: 'nav.map' } },
    { path: '/components/:code(\\d{16})', component: () => import('./features/atlas/ComponentPage.vue'), meta: { title: 'nav.component' } },
    { path: '/layers', component: () => import('./features/atlas/LayersPage.vue'), meta: { title: 'nav.layers' } },
    { path: '/report', component: () => import('./features/cases/ReportPage.vue'), meta: { title: 'nav.report' } },
    { path: '/standards', component: () => import('./features/city/StandardsPage.vue'), meta: { title: 'nav.standards' } },
    { path: '/grid-checks/regrid/:code(\\d{15})?', name: 'regrid', component: () => import('./features/city/RegridPage.vue'), meta: { title: 'nav.regrid' } },
    { path: '/areas/:id(\\d+|new)?', name: 'areas', component: () => import('./features/atlas/AreasPage.vue'), meta: { title: 'nav.areas' } },
    { path: '/house-numbers', name: 'house_numbers', component: () => import('./features/city/HouseNumbersPage.vue'), meta: { title: 'nav.house_numbers' } },
    { path: '/grid-checks', component: () => import('./features/city/GridChecksPage.vue'), meta: { title: 'nav.grid_checks' } },
    { path: '/calendar', component: () => import('./features/city/CalendarPage.vue'), meta: { title: 'nav.calendar' } },
    { path: '/imports/:id(\\d+)?', name: 'imports', component: () => import('./features/intake/ImportsPage.vue'), meta: { title: 'nav.imports' } },
    { path: '/census/:id(\\d+)?', name: 'census', component: () => import('./features/census/CensusPage.vue'), meta: { title: 'nav.census' } },
    { path: '/tables/:table?', name: 'tables', component: () => import('./features/backoffice/TablesPage.vue'), meta: { title: 'nav.tables' } },
    { path: '/system', component: () => import('./features/kernel/SystemPage.vue'), meta: { title: 'nav.system' } },
    { path: '/compare', component: () => import('./features/cases/compare/ComparePage.vue'), meta: { title: 'nav.compare' } },
    { path: '/verify/:id(\\d+)', component: () => import('./features/cases/desk/VerifyPage.vue'), meta: { title: 'desk.verify_title' } },
    { path: '/print/:id(\\d+)', component: () => import('./features/cases/PrintPage.vue'), meta: { bare: true, title: 'nav.print' } },
    { path: '/:rest(.*)*', component: () => import('./features/frame/LostPage.vue'), meta: { title: 'nav.lost' } },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open || session.me !== undefined) return true
  const signedIn = await session.resume().catch(() => false)
  return signedIn ? true : { path: '/sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})
