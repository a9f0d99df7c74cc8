export const reportWords = {
  zh: {
    report: {
      title: '拍照上报', shoot: '拍照', photos: '照片', text: '发生了什么？', text_hint: '比如：路边垃圾堆了好几天（可不填）', place: '位置', asking: '正在定位…', here: '已定位到您现在的位置', picked: '您在地图上选的位置',
      refused: '没有拿到定位权限。可以在地图上选位置，或到手机设置里打开定位。', unavailable: '暂时定位不到，请在地图上选位置。', outside: '这个位置不在本市范围内，请在地图上重新选。', choose: '地图选点', type_address: '或输入地址', address_hint: '路名门牌、路口、小区，支持拼音', no_address: '没有找到这个地址，请换个说法或在地图上选。', again: '重新定位', rough: '定位误差约 {metres}，请核对一下',
      more: '留下联系方式（可不填）', more_why: '只用于和您核实情况，加密保存。', name: '怎么称呼您', phone: '手机号', bad_phone: '手机号好像不对，请检查。', guess: '是这类问题吗？（可不选）', send: '提交', sending: '正在提交…', wait_photos: '照片还在上传…',
      need_photo: '请先拍一张照片，或写几个字。', need_place: '请先确定位置。', kept: '内容已经保存在手机上，网络好了再点提交，不会重复。', once: '这份内容之前已经收到，刚才的修改没有算进去。', failed_photo: '有照片没传上去，点它再试一次，或把它删掉。', near: '附近 50 米内有人反映过，看看是不是同一件事', clear: '清空重写', too_big: '这个文件太大，请换一个短一点的视频。',
    },
  },
  en: {
    report: {
      title: 'Report with a photo', shoot: 'Take a photo', photos: 'Photos', text: 'What is wrong?', text_hint: 'e.g. litter lying here for days (optional)', place: 'Place', asking: 'Finding you…', here: 'Where you are now', picked: 'The place you chose',
      refused: 'We may not see your position. Choose it on the map, or allow it in your settings.', unavailable: 'Your position cannot be found now. Please choose it on the map.', outside: 'This place is outside the city. Please choose another on the map.', choose: 'Choose on map', type_address: 'Or type an address', address_hint: 'Road and number, crossing, place', no_address: 'No such address. Try other words, or choose on the map.', again: 'Find me again', rough: 'Only exact to about {metres}; please check',
      more: 'Leave a contact (optional)', more_why: 'Only to ask you back; kept encrypted.', name: 'Your name', phone: 'Mobile number', bad_phone: 'The number looks wrong; please check.', guess: 'Is it one of these? (optional)', send: 'Send', sending: 'Sending…', wait_photos: 'Photos are still uploading…',
      need_photo: 'Please take a photo or write a few words.', need_place: 'Please set the place first.', kept: 'It is kept on this phone. Send again when the network is back; it will not arrive twice.', once: 'This had arrived already; your last changes are not included.', failed_photo: 'A photo did not upload. Tap it to try again, or remove it.', near: 'Someone reported something within 50 m. Is it the same?', clear: 'Start over', too_big: 'This file is too large; please take a shorter film.',
    },
  },
}
