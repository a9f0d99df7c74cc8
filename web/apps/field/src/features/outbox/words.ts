export const outboxWords = {
  zh: {
    outbox: { title: '发件箱', waiting: '{n} 条待发送', trouble: '{n} 条需要您看一下', offline: '没有网络', sending: '正在发送…', none: '都发出去了', none_sub: '没有网络时，提交的内容会存在这里，联网后按顺序自动发送。', now: '立即发送', photos: '{n} 张照片', made: '{time} 提交', retry_at: '{time} 再试', why: '没有办成', truth: '现在的情况', stage: '状态', handler: '处置人', again: '按最新情况再提交', again_plain: '再试一次', drop: '放弃这一条', drop_ask: '放弃后，照片和文字将从手机上删除，不能恢复。', drop_yes: '确定放弃', look: '打开案件', sign: '登录已过期，重新登录后自动发送', go_sign: '去登录', not_now: '现在已不需要这一步' },
  },
  en: {
    outbox: { title: 'Outbox', waiting: '{n} waiting to send', trouble: '{n} need your eye', offline: 'No network', sending: 'Sending…', none: 'All sent', none_sub: 'Without a network, what you submit waits here and goes out in order later.', now: 'Send now', photos: '{n} photos', made: 'made {time}', retry_at: 'again at {time}', why: 'Not done', truth: 'How it stands now', stage: 'Stage', handler: 'Handler', again: 'Submit on the present state', again_plain: 'Try again', drop: 'Give up', drop_ask: 'Photos and words will be deleted from this phone for good.', drop_yes: 'Delete', look: 'Open the case', sign: 'Signed out; it goes out after you sign in', go_sign: 'Sign in', not_now: 'This step is not needed any more' },
  },
}
