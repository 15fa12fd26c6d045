// Run at every load of the page: keeps the conversations in this browser and gives back the tab's own.
(past, turns, talk) => {
  const MOST = 40, ROOM = 1500000;  // conversations, and characters of all of them
  const fresh = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(36)).join('');
  const words = {list: '还没有存下的对话', rename: '改名', remove: '删除', name: '对话的名称'};
  let current = sessionStorage.getItem('talk') || fresh(), told = 0;
  const entries = () => {
    try {
      const kept = JSON.parse(localStorage.getItem('talks') ?? '[]');
      return Array.isArray(kept) ? kept.filter(one => typeof one?.id === 'string') : [];
    } catch { return [] }
  };
  const write = (list, id, text) => {
    const gone = one => { list = list.filter(other => other !== one); localStorage.removeItem(`talk:${one.id}`) };
    while (list.length > MOST || (list.length > 1 && list.reduce((sum, one) => sum + one.chars, 0) > ROOM)) gone(list.at(-1));
    for (;;) try {
      if (text) localStorage.setItem(`talk:${id}`, text);
      localStorage.setItem('talks', JSON.stringify(list));
      return;
    } catch {
      // The browser's storage is full: the oldest goes.
      const oldest = list.findLast(one => one.id !== id);
      if (!oldest) return;
      gone(oldest);
    }
  };
  const forget = id => { localStorage.removeItem(`talk:${id}`); write(entries().filter(one => one.id !== id)) };
  const tell = text => document.querySelector('#past .html-container > div').dispatchEvent(
    new CustomEvent('pick', {detail: `${++told}#${text}`}));
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const draw = () => {
    const nav = document.querySelector('#talks .talks');
    if (!nav) return;
    const list = entries(), own = list.find(one => one.id === current);
    nav.querySelector('.title').textContent = own?.title ?? '';
    const rows = list.map(one => {
      const open = element('button', {type: 'button', className: 'open', textContent: one.title, translate: false});
      open.onclick = () => {
        show(false);
        if (one.id !== current) tell(localStorage.getItem(`talk:${one.id}`) ?? '');
      };
      if (one.id === current) open.setAttribute('aria-current', 'true');
      const when = new Date(one.time), two = n => String(n).padStart(2, '0');
      const time = element('time', {textContent: `${when.getMonth() + 1}-${two(when.getDate())} ${two(when.getHours())}:${two(when.getMinutes())}`});
      const rename = element('button', {type: 'button', className: 'rename', textContent: words.rename});
      rename.onclick = () => renamed(one, open);
      const remove = element('button', {type: 'button', className: 'remove', textContent: words.remove});
      remove.onclick = () => {
        // The conversation on the page is cleared by the page, which then has nothing more to keep.
        if (one.id === current) document.querySelector('#clear').click();
        forget(one.id);
        draw();
      };
      return element('li', {}, open, time, rename, remove);
    });
    nav.querySelector('ul').replaceChildren(...(rows.length ? rows : [element('li', {className: 'none', textContent: words.list})]));
  };
  const renamed = (one, open) => {
    const box = element('input', {value: one.title, maxLength: 60, ariaLabel: words.name});
    let left = false;
    const leave = take => {
      if (left) return;
      left = true;
      const title = box.value.trim();
      if (take && title) write(entries().map(other => other.id === one.id ? {...other, title, named: true} : other));
      draw();
    };
    box.onblur = () => leave(true);
    box.onkeydown = event => {
      if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
      event.stopPropagation();
      leave(event.key === 'Enter');
    };
    open.replaceWith(box);
    box.select();
  };
  const show = open => {
    const nav = document.querySelector('#talks .talks');
    nav.querySelector('ul').hidden = !open;
    nav.querySelector('.list').ariaExpanded = String(open);
    if (open) draw();
  };
  // A text from the page: a conversation to be kept, an empty one to be forgotten.
  const keep = text => {
    if (!text) return;
    const kept = JSON.parse(text);
    current = kept.id || current;
    sessionStorage.setItem('talk', current);
    if (!kept.turns.length) forget(current);
    else {
      const whole = kept.id ? text : JSON.stringify({...kept, id: current});
      const list = entries(), known = list.find(one => one.id === current);
      if (!known || localStorage.getItem(`talk:${current}`) !== whole) {
        const title = known?.named ? known.title : kept.turns[0].question.trim().slice(0, 60);
        const own = {id: current, title, named: Boolean(known?.named), time: Date.now(), chars: whole.length};
        write([own, ...list.filter(one => one !== known)], current, whole);
      }
    }
    draw();
  };
  if (!window.keptTalks) {
    document.addEventListener('click', event => {
      const nav = document.querySelector('#talks .talks');
      if (!nav) return;
      if (event.target.closest('#talks .list')) show(nav.querySelector('ul').hidden);
      // What was clicked may have been drawn anew.
      else if (event.target.isConnected && !nav.contains(event.target)) show(false);
      if (event.target.closest('#talks .new')) {
        tell(JSON.stringify({id: fresh(), turns: [], verdicts: {}}));
        document.querySelector('#question textarea')?.focus();
      }
    });
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !event.target.closest('#talks')) return;
      show(false);
      document.querySelector('#talks .list').focus();
    });
    addEventListener('storage', draw);
  }
  window.keptTalks = {keep};
  draw();
  const own = localStorage.getItem(`talk:${current}`);
  return [`0#${own ?? JSON.stringify({id: current, turns: [], verdicts: {}})}`, turns, talk];
}
