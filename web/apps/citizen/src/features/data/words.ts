export const dataWords = {
  zh: {
    data: {
      title: '我的信息', intro: '这里是我们保存的、与这部手机有关的全部信息，以及谁看过它。', contacts: '联系方式', no_contacts: '没有留下姓名或电话。', nameless: '未留姓名', masked: '为了安全，这里也只显示一部分。', reports: '我的上报（{n}）', no_reports: '没有上报。', photos: '{n} 张照片', open: '处理中', ratings: '还有您的 {n} 次评价。',
      messages: '怎样通知我', by_sms: '用短信告诉我办理进展', by_sms_hint: '只对本机上报的问题有效；关闭后仍可在这里查看进展。', readings: '谁看过我的信息', no_readings: '还没有人查看过您的姓名、电话或原文。', unit: '工作人员', reason: '理由：{reason}', what: { contact: '查看了姓名和电话', report: '查看了留言原文', copy: '为办理您的请求取了副本', search: '按电话号码查找了您', other: '查看了您的信息' },
      consents: '同意记录', consent: '个人信息告知 {version}', copy: '下载一份副本', file: '我的信息.json',
      erase: '删除我的信息', erase_title: '删除我的信息？', erase_words: '您的姓名、电话和留言中的个人信息会被永久删除，不能恢复。上报的问题本身会继续处理，但您将不能再从这部手机查看或评价。', erase_waits: '有 {n} 件还在处理，办理需要的联系方式会等办结后自动删除。', erase_sure: '我明白，删除后不能恢复', erase_yes: '永久删除',
      erased: '已经删除。感谢您为城市出过力。', erased_part: '能删的已经删除，其余办结后自动删除。', waits: '{n} 件还在处理：',
    },
  },
  en: {
    data: {
      title: 'My data', intro: 'All that we keep about this phone, and who has seen it.', contacts: 'Contact', no_contacts: 'You left no name and no number.', nameless: 'No name', masked: 'Even here only a part is shown, for your safety.', reports: 'My reports ({n})', no_reports: 'No reports.', photos: '{n} photos', open: 'in progress', ratings: 'And {n} ratings of yours.',
      messages: 'How I am told', by_sms: 'Tell me of progress by text message', by_sms_hint: 'For reports from this phone; you can always follow them here.', readings: 'Who has seen my data', no_readings: 'Nobody has looked at your name, number or original words.', unit: 'Staff', reason: 'Reason: {reason}', what: { contact: 'saw your name and number', report: 'saw your original words', copy: 'took the copy that you asked for', search: 'searched for your number', other: 'saw your data' },
      consents: 'Consents', consent: 'Privacy notice {version}', copy: 'Download a copy', file: 'my-data.json',
      erase: 'Erase my data', erase_title: 'Erase my data?', erase_words: 'Your name, number and the personal data in your words are erased for good. What you reported is still dealt with, but this phone can no longer follow or rate it.', erase_waits: '{n} reports are in progress; what they need is erased when they end.', erase_sure: 'I understand that this cannot be undone', erase_yes: 'Erase for good',
      erased: 'Erased. Thank you for what you did for the city.', erased_part: 'What could go is gone; the rest goes when the work ends.', waits: '{n} in progress:',
    },
  },
}
