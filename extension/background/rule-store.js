/** The signed file as it came, in IndexedDB: its bytes need no rewriting there, and it is no part of the settings. */

const DATABASE = "jaga-jempol";
const STORE = "rules";
const KEY = "signed";

/** @returns {Promise<import("./signed-file.js").Bytes | null>} null where none is kept */
export async function readFile() {
  const kept = await run("readonly", (store) => store.get(KEY));
  return kept === undefined ? null : new Uint8Array(/** @type {ArrayBuffer} */ (kept));
}

/** @param {import("./signed-file.js").Bytes} bytes */
export const writeFile = (bytes) => run("readwrite", (store) => store.put(bytes.slice().buffer, KEY));

export const deleteFile = () => run("readwrite", (store) => store.delete(KEY));

/**
 * @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<unknown>} what the act gave, once it is on the disk
 */
async function run(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
