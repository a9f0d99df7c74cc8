export const noticesWords = {
  zh: {
    notice: {
      title: '通知', bell: '通知', bell_unread: '通知，{n} 条未读', read_all: '全部标为已读', none: '没有通知', none_hint: '待办、时限提醒和督办会出现在这里。', urgent: '紧急', fresh: '未读', older: '更早的通知', saved: '已保存', back: '返回我的账户',
      by_topic: '怎样通知我', by_topic_hint: '站内通知总会保留；其他方式可以自选，改动立即生效', about: '事项', no_address: '未登记', quiet: '免打扰时段', quiet_hint: '时段内不发推送、短信和邮件，结束后补发；紧急通知不受限制。', quiet_begins: '开始', quiet_ends: '结束', no_quiet: '不设免打扰',
      addresses: '我的接收地址', no_addresses: '还没有登记。登记手机号、邮箱或本浏览器后，才能在站外收到通知。', broken: '已失效', phone: '手机号', email: '邮箱', add: '添加', this_browser: '本浏览器', add_browser: '在本浏览器接收推送', push_denied: '浏览器没有允许通知，请在地址栏的网站设置里允许后再试。', push_failed: '浏览器的推送服务连不上，请稍后再试。', push_unsafe: '此浏览器或此网址（非 https）不支持推送。',
      topic: { case_work: '待办案件', case_clock: '时限提醒', case_supervised: '督办催办', report_progress: '上报进展', data_rights: '个人信息请求', account: '账号安全', system: '系统运行' },
      topic_hint: { case_work: '案件转到我手上', case_clock: '将到期和已超时', case_supervised: '督办、催办和批示', account: '账号和登录的安全提醒', system: '平台运行的提醒' },
      channel: { in_app: '站内', push: '浏览器推送', sms: '短信', email: '邮件', wechat: '微信' },
      state: { waiting: '待发送', sending: '发送中', failed: '失败待重试', dead: '已放弃', sent: '已发出', delivered: '已送达' },
      channels_hint: '短信、邮件、推送和微信各用哪个服务；没有配置时由本机替身留存，不真正发出', real: '已接通', stand_in: '替身', stand_in_hint: '没有接通真实服务：消息只留存在本机，可在页尾查看。', set_up: '配置', stays: '已保存，留空则不变', made: '留空则自动生成', rest: '改回替身', rest_ask: '停用“{channel}”的真实服务？已保存的配置（包括密钥）会清除。',
      setting: { url: '服务地址', secret: '密钥', sign: '短信签名', host: '邮件服务器', port: '端口', sender: '发件地址', tls: '加密方式', username: '账号', password: '密码', site: '本平台网址（用于链接）', bounces_to: '退信地址', bounces_host: '退信邮箱服务器（POP3）', bounces_port: '退信邮箱端口', bounces_tls: '退信邮箱加密', bounces_username: '退信邮箱账号', bounces_password: '退信邮箱密码', private_key: '推送私钥', public_key: '推送公钥', subject: '联系方式（mailto: 或 https:）', hosts: '允许的推送服务（逗号分隔）', app_id: '公众号 AppID', base: '微信接口地址' },
      tls: { starttls: 'STARTTLS', ssl: 'SSL/TLS', none: '不加密' }, tls_usual: '默认', to: { phone: '试发到的手机号', email: '试发到的邮箱', openid: '试发到的 OpenID' }, try: '试发', try_here: '试发到本浏览器', tried: '已交给通道，对方编号 {no}',
      outbox: '发送情况', way: '通道', messages: '消息', owner: '接收人', again: '再发一次', again_done: '已重新排队', no_messages: '没有{state}的消息', kept: '替身留存', kept_hint: '没有接通真实服务时本应发出的内容', no_kept: '没有留存', words: '内容',
    },
    nav: { notices: '通知设置', channels: '通知通道' },
  },
  en: {
    notice: {
      title: 'Notices', bell: 'Notices', bell_unread: 'Notices, {n} unread', read_all: 'Mark all as read', none: 'No notices', none_hint: 'Work, deadlines and supervision appear here.', urgent: 'urgent', fresh: 'unread', older: 'Older notices', saved: 'Saved', back: 'Back to my account',
      by_topic: 'How I am told', by_topic_hint: 'The list in the app is always kept; choose the other ways, changes hold at once', about: 'About', no_address: 'no address', quiet: 'Quiet hours', quiet_hint: 'No push, text message or e-mail in these hours; they follow afterwards. Urgent notices always come.', quiet_begins: 'From', quiet_ends: 'Until', no_quiet: 'No quiet hours',
      addresses: 'Where I am reached', no_addresses: 'Nowhere yet. Give a number, an e-mail address or this browser to be told outside the app.', broken: 'does not work', phone: 'Mobile number', email: 'E-mail', add: 'Add', this_browser: 'This browser', add_browser: 'Receive pushes in this browser', push_denied: 'The browser does not allow notifications; allow them in its site settings and try again.', push_failed: 'The push service of this browser cannot be reached; try again later.', push_unsafe: 'This browser or this address (not https) cannot receive pushes.',
      topic: { case_work: 'Cases for me', case_clock: 'Deadlines', case_supervised: 'Supervision', report_progress: 'Progress of reports', data_rights: 'Personal data requests', account: 'Account', system: 'The system' },
      topic_hint: { case_work: 'A case comes to me', case_clock: 'Due soon and overdue', case_supervised: 'Supervision, urging, instructions', account: 'The safety of the account', system: 'How the platform runs' },
      channel: { in_app: 'In the app', push: 'Browser push', sms: 'Text message', email: 'E-mail', wechat: 'WeChat' },
      state: { waiting: 'waiting', sending: 'being sent', failed: 'failed, tried again', dead: 'given up', sent: 'sent', delivered: 'delivered' },
      channels_hint: 'Which service stands behind each channel; without one a stand-in keeps the messages here', real: 'connected', stand_in: 'stand-in', stand_in_hint: 'No real service: messages are only kept here, see below.', set_up: 'Set up', stays: 'Kept; leave empty to let it stay', made: 'Made by itself when left empty', rest: 'Back to the stand-in', rest_ask: 'Disconnect “{channel}”? Its settings and secrets are removed.',
      setting: { url: 'Address of the service', secret: 'Secret', sign: 'Signature', host: 'Mail server', port: 'Port', sender: 'Sender', tls: 'Encryption', username: 'User name', password: 'Password', site: 'Address of this platform (for links)', bounces_to: 'Address for bounces', bounces_host: 'Mailbox of bounces (POP3)', bounces_port: 'Its port', bounces_tls: 'Its encryption', bounces_username: 'Its user name', bounces_password: 'Its password', private_key: 'Private push key', public_key: 'Public push key', subject: 'Contact (mailto: or https:)', hosts: 'Allowed push services (commas)', app_id: 'AppID', base: 'Address of the WeChat API' },
      tls: { starttls: 'STARTTLS', ssl: 'SSL/TLS', none: 'none' }, tls_usual: 'Usual', to: { phone: 'Number to try', email: 'E-mail to try', openid: 'OpenID to try' }, try: 'Try', try_here: 'Try in this browser', tried: 'Taken by the channel, number {no}',
      outbox: 'Sending', way: 'Channel', messages: 'Messages', owner: 'To', again: 'Send again', again_done: 'Queued again', no_messages: 'No message is {state}', kept: 'Kept by stand-ins', kept_hint: 'What would have been sent', no_kept: 'Nothing kept', words: 'Words',
    },
    nav: { notices: 'Notice settings', channels: 'Notice channels' },
  },
}
