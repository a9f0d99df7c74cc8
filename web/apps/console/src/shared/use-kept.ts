import { ref, watch, type Ref } from 'vue'

/** A ref that this browser remembers. A damaged or foreign value falls back to the first one. */
export function useKept<T>(key: string, first: T): Ref<T> {
  const name = `chengmai.${key}`
  let start = first
  try {
    const text = localStorage.getItem(name)
    if (text !== null) start = JSON.parse(text) as T
  } catch {
    localStorage.removeItem(name)
  }
  const value = ref(start) as Ref<T>
  watch(value, (now) => localStorage.setItem(name, JSON.stringify(now)), { deep: true })
  return value
}
