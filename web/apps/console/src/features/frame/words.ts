export const frameWords = {
  zh: {
    nav: { home: '首页', desk: '工作台', map: '地图', report: '登记', standards: '标准', calendar: '日历', imports: '导入', system: '系统', print: '案卷', lost: '找不到页面' },
    live: {
      live: '实时', connecting: '连接中', down: '已断开',
      live_hint: '案件变动会自动出现，无需刷新', connecting_hint: '正在连接实时通道', down_hint: '实时通道断开，正在自动重连；列表仍可手动刷新',
    },
    frame: {
      rail: '主导航', skip: '跳到内容', theme: '切换明暗', language: '切换语言', search: '搜案件号、地点、道路', search_label: '搜索地点和案件',
      palette: '命令', palette_hint: '输入要做的事', palette_none: '没有这样的命令', sign_out: '退出登录', places: '地点', cases: '案件', nothing: '没有找到“{q}”',
      lost: '没有这个页面', lost_hint: '地址可能写错了，或页面已经搬走。', help: '键盘操作', help_title: '键盘操作', account: '账户', go: '打开 {place}', queue: '工作台：{queue}',
      key_move: '上一件、下一件', key_open: '打开案件', key_accept: '受理', key_file: '立案', key_dispatch: '派遣', key_merge: '合并', key_search: '搜索', key_palette: '命令', key_help: '这张表', key_close: '关闭、返回',
    },
  },
  en: {
    nav: { home: 'Home', desk: 'Desk', map: 'Map', report: 'New', standards: 'Standards', calendar: 'Calendar', imports: 'Import', system: 'System', print: 'Case file', lost: 'Page not found' },
    live: {
      live: 'Live', connecting: 'Connecting', down: 'Offline',
      live_hint: 'Changes appear by themselves', connecting_hint: 'Connecting to the live line', down_hint: 'The live line is down and reconnects by itself; lists can be reloaded by hand',
    },
    frame: {
      rail: 'Main navigation', skip: 'Skip to content', theme: 'Light or dark', language: 'Language', search: 'Case number, place, road', search_label: 'Search places and cases',
      palette: 'Commands', palette_hint: 'What do you want to do?', palette_none: 'No such command', sign_out: 'Sign out', places: 'Places', cases: 'Cases', nothing: 'Nothing found for “{q}”',
      lost: 'No such page', lost_hint: 'The address may be wrong, or the page has moved.', help: 'Keyboard', help_title: 'Keyboard', account: 'Account', go: 'Open {place}', queue: 'Desk: {queue}',
      key_move: 'Previous, next', key_open: 'Open case', key_accept: 'Accept', key_file: 'Register', key_dispatch: 'Dispatch', key_merge: 'Merge', key_search: 'Search', key_palette: 'Commands', key_help: 'This list', key_close: 'Close, go back',
    },
  },
}
