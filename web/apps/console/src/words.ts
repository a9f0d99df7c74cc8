export const words = {
  zh: { home: { title: '城脉' } },
  en: { home: { title: 'Chengmai' } },
}
