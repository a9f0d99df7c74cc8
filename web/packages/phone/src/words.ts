/** Words that both phones share. */
export const phoneWords = {
  zh: {
    phone: {
      sending: '正在上传', one_more: '再拍一张', album: '相册', album_video: '相册/视频', pick_place: '在地图上选位置', take_place: '就是这里', pick_how: '移动地图，让十字对准位置',
      grip: '◂▸', language: 'English', dark: '深色', light: '浅色', quote: '问题编号 {id}',
    },
  },
  en: {
    phone: {
      sending: 'Uploading', one_more: 'One more', album: 'Album', album_video: 'Album/video', pick_place: 'Choose on the map', take_place: 'It is here', pick_how: 'Move the map under the cross',
      grip: '◂▸', language: '中文', dark: 'Dark', light: 'Light', quote: 'Reference {id}',
    },
  },
}
