/** Home, one's reports and the story of one. Friendly; none of the bureau's terms. */
export const reportsWords = {
  zh: {
    home: {
      title: '随手拍', hello: '看到问题，拍一张', sub: '位置自动填好，三步就能提交。', shoot: '拍照上报', mine: '我反映的', none: '还没有反映过问题。看到井盖坏了、垃圾没人收，拍下来告诉我们。',
      find: '凭查询码查看', all_near: '看全部', draft: '您有一份没发完的内容', go_on: '继续', hotline: '紧急情况请拨打 110、119、120；咨询可拨打 12345。', me: '个人信息保护',
    },
    state: { submitted: '已提交', accepted: '已受理', refused: '未受理', in_progress: '处理中', done: '已处理', to_rate: '请您评价', rated: '已评价' },
    day: { today: '今天 {time}', tomorrow: '明天 {time}', yesterday: '昨天 {time}', day: '{month}月{day}日 {time}', year: '{year}年{month}月{day}日' },
    story: {
      title: '办理进展', next: '接下来', by: '预计 {date} 前', before: '处理前', after: '处理后', slide: '拖动比较处理前后', steps: '经过', place: '位置', at: '反映于 {date}', live: '进展会自动更新', code: '查询码', share: '分享', copied: '已复制查询码',
      share_text: '我反映的问题：{text}，查询码 {code}', marks: { 1: '提交', 2: '受理', 3: '处理', 4: '解决' }, sent: '收到了，谢谢您！', sent_sub: '下面就是它的进展，有变化会自动更新。记下查询码，换手机也能查。', photo: '照片 {n}', film: '视频', unknown: '没有这个查询码，请核对后再试。', unknown_sub: '查询码在提交成功后显示，由字母和数字组成。', passed: '已走到第 {n} 步，共 4 步',
    },
    rate: {
      title: '您满意吗？', score: '{n} 星', 1: '很不满意', 2: '不太满意', 3: '一般', 4: '满意', 5: '很满意', words: '还想说点什么（可不填）', why: '哪里还没有解决？', reopen: '请再处理一次', send: '提交评价', thanks: '谢谢您的评价！', again: '已请负责单位再处理。', given: '您的评价',
    },
    find: { title: '查询进展', label: '查询码', hint: '提交成功后显示的号码', go: '查询', anew: '重新输入' },
    problem: {
      code: {
        cases: { tracking_unknown: '没有这个查询码，请核对后再试。' },
        citizen: {
          consent_missing: '请先阅读并同意个人信息保护告知。', too_many: '一小时内提交得太多了，请稍后再试，或拨打 12345。', nothing_said: '请拍一张照片，或者写几个字。',
          rated_already: '您已经评价过了。', not_to_rate: '问题解决后就可以评价。', reopened_already: '已经请求过一次再处理。', problem_unknown: '这个问题已经处理完了，或者不存在。',
        },
      },
    },
  },
  en: {
    home: {
      title: 'Snap & report', hello: 'See it, snap it', sub: 'Your place is filled in. Three taps and it is sent.', shoot: 'Report with a photo', mine: 'My reports', none: 'Nothing yet. A broken cover, litter nobody collects: take a picture and tell us.',
      find: 'Look up by number', all_near: 'See all', draft: 'You have an unfinished report', go_on: 'Go on', hotline: 'Emergency: call 110, 119 or 120. Questions: 12345.', me: 'Privacy',
    },
    state: { submitted: 'Sent', accepted: 'Taken up', refused: 'Not taken up', in_progress: 'Being handled', done: 'Handled', to_rate: 'Please rate', rated: 'Rated' },
    day: { today: 'today {time}', tomorrow: 'tomorrow {time}', yesterday: 'yesterday {time}', day: '{month}/{day} {time}', year: '{year}/{month}/{day}' },
    story: {
      title: 'Progress', next: 'What comes next', by: 'expected by {date}', before: 'Before', after: 'After', slide: 'Drag to compare before and after', steps: 'So far', place: 'Place', at: 'Reported {date}', live: 'Updates by itself', code: 'Tracking number', share: 'Share', copied: 'Number copied',
      share_text: 'My report: {text}, number {code}', marks: { 1: 'Sent', 2: 'Taken up', 3: 'Handling', 4: 'Solved' }, sent: 'We have it. Thank you!', sent_sub: 'Its progress is shown below and updates by itself. Keep the number to look it up elsewhere.', photo: 'Photo {n}', film: 'Film', unknown: 'There is no such number. Please check it.', unknown_sub: 'The number is shown after sending: letters and digits.', passed: 'Step {n} of 4',
    },
    rate: {
      title: 'Are you content?', score: '{n} stars', 1: 'Very poor', 2: 'Poor', 3: 'Fair', 4: 'Good', 5: 'Very good', words: 'Anything to add? (optional)', why: 'What is still wrong?', reopen: 'Please look at it again', send: 'Send', thanks: 'Thank you!', again: 'We asked for it to be handled again.', given: 'Your rating',
    },
    find: { title: 'Look up', label: 'Tracking number', hint: 'The number shown after sending', go: 'Look up', anew: 'Type it again' },
    problem: {
      code: {
        cases: { tracking_unknown: 'There is no such number. Please check it.' },
        citizen: {
          consent_missing: 'Please read and agree to the privacy notice first.', too_many: 'Too many reports within an hour. Please wait, or call 12345.', nothing_said: 'Please take a photo or write a few words.',
          rated_already: 'You have rated this already.', not_to_rate: 'You can rate it once it is solved.', reopened_already: 'It was asked for again once already.', problem_unknown: 'This problem is solved already, or does not exist.',
        },
      },
    },
  },
}
