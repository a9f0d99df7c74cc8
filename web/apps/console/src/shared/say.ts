import { ElMessage } from 'element-plus'

/** A short word at the top of the screen that goes away by itself. */
export function whisper(text: string, kind: 'success' | 'warning' | 'error' | 'info' = 'success'): void {
  ElMessage({ message: text, type: kind, duration: kind === 'error' ? 6000 : 2600, grouping: true, showClose: kind === 'error' })
}
