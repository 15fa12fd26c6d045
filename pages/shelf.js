// Sends the files that are dropped or chosen, one by one, and tells the page which have arrived.
const input = element.querySelector('input'), zone = element.querySelector('.drop');
const list = element.querySelector('.sending'), most = Number(input.dataset.most);
let waiting = Promise.resolve(), count = 0;
const row = name => {
  const line = document.createElement('li'), said = document.createElement('span');
  const title = Object.assign(document.createElement('span'), {className: 'name', textContent: name});
  said.className = 'said';
  said.textContent = '等待上传';
  line.dataset.state = '等待';
  line.append(title, said);
  list.append(line);
  return {line, said, title};
};
const post = (file, said) => new Promise(done => {
  const request = new XMLHttpRequest();
  const name = file.name.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_');
  request.open('POST', `uploads?name=${encodeURIComponent(name)}`);
  request.upload.onprogress = event => {
    if (event.lengthComputable) said.textContent = `正在上传 ${Math.floor(100 * event.loaded / event.total)}%`;
  };
  request.onload = () => {
    try { done(JSON.parse(request.responseText)); } catch { done({reason: '没有传上去，请再试一次。'}); }
  };
  request.onerror = () => done({reason: '没有传上去，请检查网络或文件大小后再试。'});
  request.send(file);
});
const send = async files => {
  const rows = files.map(file => row(file.name)), tokens = [];
  for (const [at, file] of files.entries()) {
    const {line, said, title} = rows[at];
    line.dataset.state = '处理';
    const reply = file.size > most
      ? {reason: `文件超过 ${most / 2 ** 20} MB 的上限，请拆分成较小的文件。`} : await post(file, said);
    if (reply.token) {
      tokens.push(reply.token);
      title.textContent = reply.name;
      line.dataset.state = 'sent';
      said.textContent = '已上传，等待读入';
    } else {
      line.dataset.state = '失败';
      said.textContent = reply.reason;
    }
  }
  if (tokens.length) document.querySelector('#shelf-take .html-container > div').dispatchEvent(
    new CustomEvent('pick', {detail: `${tokens.join(',')}#${++count}`}));
};
// A file that was sent is shown here until the server tells how far it has come.
new MutationObserver(() => {
  const told = new Set([...document.querySelectorAll('#shelf-progress .name')].map(name => name.textContent));
  for (const line of list.querySelectorAll('[data-state=sent]'))
    if (told.has(line.firstChild.textContent)) line.remove();
}).observe(document.querySelector('#shelf-progress'), {childList: true, subtree: true});
const start = files => {
  list.querySelectorAll('[data-state=失败]').forEach(line => line.remove());
  waiting = waiting.then(() => send(files));
};
input.addEventListener('change', () => {
  start([...input.files]);
  input.value = '';
});
zone.addEventListener('dragover', event => {
  event.preventDefault();
  zone.classList.add('over');
});
zone.addEventListener('dragleave', () => zone.classList.remove('over'));
zone.addEventListener('drop', event => {
  event.preventDefault();
  zone.classList.remove('over');
  start([...event.dataTransfer.files]);
});
