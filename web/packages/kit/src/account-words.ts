/** Demo accounts are named in Chinese and then in English ("受理员 operator"); a screen shows its own language. */
export function accountWords(words: string, language: string): string {
  const cut = /^(.*?[^\x20-\x7e])\s+([\x20-\x7e]+)$/.exec(words)
  return cut ? ((language === 'zh' ? cut[1] : cut[2]) as string) : words
}
