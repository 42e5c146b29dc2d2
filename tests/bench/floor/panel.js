// Least work of a panel: one read of fifty plain rows by index, shown as text.
const ROWS = 5000;
const CLIENTS = 100;

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open() {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => {
    const rows = request.result.createObjectStore('rows', { autoIncrement: true });
    rows.createIndex('client', ['client', 'at']);
    for (let at = 0; at < ROWS; at += 1) rows.add({ client: at % CLIENTS, at, note: `联系记录 ${at}` });
  };
  return done(request);
}

const opening = open();

async function show(number) {
  const rows = (await opening).transaction('rows').objectStore('rows').index('client');
  const client = Number(number) % CLIENTS;
  const found = await done(rows.getAll(IDBKeyRange.bound([client], [client, []]), 50));
  document.querySelector('h1').textContent = `客户 ${number}`;
  const items = found.map(({ note }) => {
    const item = document.createElement('li');
    item.textContent = note;
    return item;
  });
  document.querySelector('ul').replaceChildren(...items);
}

addEventListener('message', (event) => void show(event.data.number));
void show(location.hash.slice(1));
