/** The phone's own store: `outbox` for what waits to be sent, `kept` for what was last seen. */
export type StoreName = 'outbox' | 'kept'

const NAME = 'chengmai.field'
const VERSION = 1
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true })
      request.result.createObjectStore('kept', { keyPath: 'name' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no store'))
  }).catch((reason: unknown) => {
    opened = undefined
    throw reason
  })
  return opened
}

async function within<T>(store: StoreName, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('not stored'))
  })
}

export const readAll = <T>(store: StoreName): Promise<T[]> => within(store, 'readonly', (s) => s.getAll() as IDBRequest<T[]>)
export const readOne = <T>(store: StoreName, key: IDBValidKey): Promise<T | undefined> => within(store, 'readonly', (s) => s.get(key) as IDBRequest<T | undefined>)
export const write = (store: StoreName, value: unknown): Promise<IDBValidKey> => within(store, 'readwrite', (s) => s.put(value))
export const remove = (store: StoreName, key: IDBValidKey): Promise<undefined> => within(store, 'readwrite', (s) => s.delete(key))
export const clear = (store: StoreName): Promise<undefined> => within(store, 'readwrite', (s) => s.clear())
