export const noticeWords = {
  zh: { notice: { title: '个人信息保护', agree: '我已知悉并同意', version: '版本 {version}，自 {date} 起', first: '第一次提交前，请看一下我们怎样保护您的信息。', agreed: '您已同意这一版告知。' } },
  en: { notice: { title: 'Privacy', agree: 'I have read this and agree', version: 'Version {version}, since {date}', first: 'Before your first report, please see how we protect your data.', agreed: 'You have agreed to this version.' } },
}
