export const identityWords = {
  zh: {
    identity: {
      username: '账号', password: '密码', sign_in: '登录', signing_in: '正在登录…',
      motto: '看见城市的每一处细节，让每一件小事都有回音。',
      lead: '用您的工作账号登录', demo: '演示账号，点一下即可进入',
      again_title: '登录已过期', again_words: '{name}，您填写的内容都还在。重新登录后继续刚才的操作。', leave: '放弃，回到登录页',
      suggested: '建议', other_unit: '选其他单位', chosen: '已选', find_unit: '搜单位名称', find_person: '搜姓名或单位', nobody: '没有合适的人',
    },
  },
  en: {
    identity: {
      username: 'Account', password: 'Password', sign_in: 'Sign in', signing_in: 'Signing in…',
      motto: 'See every detail of the city; leave no small matter unanswered.',
      lead: 'Sign in with your work account', demo: 'Demo accounts: one click to enter',
      again_title: 'Your session has ended', again_words: '{name}, everything you typed is kept. Sign in and go on.', leave: 'Give up and leave',
      suggested: 'Suggested', other_unit: 'Another unit', chosen: 'Chosen', find_unit: 'Name of a unit', find_person: 'Name or unit', nobody: 'Nobody fits',
    },
  },
}
