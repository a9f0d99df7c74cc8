/** The map's own words; the component brings them along, the apps need not merge them. */
export const messages = {
  zh: {
    map: '地图', legend: '图例', close: '收起', zoomIn: '放大', zoomOut: '缩小', home: '回到全市',
    cases: '案件', layers: '图层', cluster: '数字为案件数，圆环为各灯占比',
    note: '演示数据，非法定边界', failed: '底图暂时没有取到，案件位置仍可使用。', retry: '重试',
    pick: '移动地图，把十字对准位置，按回车或点击确定', picked: '已选位置', take: '选这里', here: '我的位置',
    lamp: { in_time: '正常', due_soon: '临期', overdue: '超时', suspended: '挂账', none: '无计时' },
  },
  en: {
    map: 'Map', legend: 'Legend', close: 'Close', zoomIn: 'Zoom in', zoomOut: 'Zoom out', home: 'Whole city',
    cases: 'Cases', layers: 'Layers', cluster: 'The number counts cases, the ring shows their lamps',
    note: 'Demo data, not legal boundaries', failed: 'The base map did not arrive; cases still work.', retry: 'Try again',
    pick: 'Move the map under the cross, then press Enter or click', picked: 'Chosen place', take: 'Take this place', here: 'My position',
    lamp: { in_time: 'In time', due_soon: 'Due soon', overdue: 'Overdue', suspended: 'Suspended', none: 'Untimed' },
  },
}
