/** The words of the drawing tool. */
export const messages = {
  zh: {
    corners: '顶点', corner: '第 {n} 个顶点', middle: '第 {n} 条边的中点', tools: '绘图工具', add: '在十字处加点', close: '闭合', another: '再画一块', undo: '撤回一步', clear: '清空',
    hint_draw: '在地图上依次点出边界，点第一个点或双击闭合；靠近相邻图形会自动吸附。', hint_edit: '拖动圆点改位置，点边上的小点加顶点；键盘：Tab 选点，方向键移动，Delete 删除。', hint_line: '从网格一侧外面点起，横穿到另一侧外面。',
  },
  en: {
    corners: 'Corners', corner: 'Corner {n}', middle: 'Middle of edge {n}', tools: 'Drawing tools', add: 'Add a corner at the cross', close: 'Close', another: 'Another part', undo: 'Undo', clear: 'Clear',
    hint_draw: 'Click the border corner by corner; the first corner or a double click closes it. Corners snap to neighbours.', hint_edit: 'Drag a dot to move it, press a small one to add a corner. Keys: Tab, arrows, Delete.', hint_line: 'Begin outside the grid, cross it, and end outside on the other side.',
  },
}
