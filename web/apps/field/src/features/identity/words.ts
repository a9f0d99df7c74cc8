export const identityWords = {
  zh: { sign: { title: '城脉外业', sub: '核实、核查、处置，随身带着走。', username: '账号', password: '密码', go: '登录', busy: '正在登录…', out: '退出登录', out_ask: '退出后，待发送的内容会留在手机上，下次登录继续发送。', demo: '演示账号' } },
  en: { sign: { title: 'Chengmai field', sub: 'Verify, check and handle on the spot.', username: 'User name', password: 'Password', go: 'Sign in', busy: 'Signing in…', out: 'Sign out', out_ask: 'What waits to be sent stays on the phone until you sign in again.', demo: 'Demo accounts' } },
}
