// Run once when the page is built: what a click inside a message or the source reader does.
() => {
  let opener = null, clicks = 0;
  // The page learns of a click through a part without a face; the number makes two clicks differ.
  const tell = (part, value) => document.querySelector(`#${part} .html-container > div`).dispatchEvent(
    new CustomEvent('pick', {detail: `${value}#${++clicks}`}));
  // Every source reader has its relay: the chat's is #reader with #pick, a page's #…-reader with #…-pick.
  const pick = (value, reader = 'reader') => tell(reader.replace(/reader$/, 'pick'), value);
  const turnOf = element => [...document.querySelectorAll('#chat .bot-row')].indexOf(element.closest('.bot-row'));
  // A page that is not served over https or from this machine has no clipboard of its own.
  const copy = async text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement('textarea'), {value: text});
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  const said = reply => {
    const text = reply.cloneNode(true);
    text.querySelectorAll('.chips, .foot, .aside, .acts, details').forEach(part => part.remove());
    text.querySelectorAll('button.mark').forEach(mark => mark.replaceWith(`[${mark.value}]`));
    // Only what is laid out has lines.
    Object.assign(text.style, {position: 'fixed', left: '-9999px'});
    document.body.append(text);
    const lines = text.innerText.trim();
    text.remove();
    return lines;
  };
  const isVerdict = button => ['good', 'bad'].includes(button.value);
  const act = async button => {
    if (button.classList.contains('trend')) return openFigures(button.value);
    if (button.value !== 'copy') {
      tell('act', `${button.value}:${turnOf(button)}`);
      // The next answer has no verdict yet; Gradio redraws only what it drew itself.
      if (isVerdict(button) || button.value === 'again')
        for (const other of button.parentElement.children) other.classList.toggle('on', other === button && isVerdict(other));
      return;
    }
    await copy(said(button.closest('.prose')));
    button.textContent = '已复制';
    setTimeout(() => button.textContent = '复制', 1500);
  };
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const within = (box, element, behavior) => {
    const space = element.offsetHeight < box.clientHeight / 2 ? box.clientHeight / 3 : 16;
    const by = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({top: box.scrollTop + by - space, behavior});
  };
  const reveal = (reading, behavior) => {
    const box = reading.querySelector('.text'), shown = reading.querySelector('mark.shown');
    if (box && shown) within(box, shown, behavior);
  };
  const read = (element, number) => {
    const turn = turnOf(element);
    const reading = document.querySelector('#reader .reading');
    opener = element;
    if (reading?.dataset.key === `${turn}:${number}`) reveal(reading, calm);
    else pick(`read:${turn}:${number}`);
  };
  const close = reader => {
    pick('close', reader);
    opener?.isConnected && opener.focus({preventScroll: true});
  };
  document.addEventListener('click', event => {
    const mark = event.target.closest('#chat button.mark');
    if (mark) read(mark, mark.value);
    const row = event.target.closest('#chat details.source > summary');
    // The row is still folded when it is clicked open.
    if (row && !row.parentElement.open) read(row, row.querySelector('.number').textContent.trim());
    const button = event.target.closest('#chat button.act');
    if (button) act(button);
    const outline = document.querySelector('[id$=reader] details.outline[open]');
    if (outline && !outline.contains(event.target)) outline.open = false;
    const own = event.target.closest('[id$=reader] [data-pick]'), reader = own?.closest('[id$=reader]').id;
    if (own) own.dataset.pick === 'close' ? close(reader) : pick(own.dataset.pick, reader);
    const head = event.target.closest('[id$=reader] button[data-section]');
    if (head) {
      const reading = head.closest('.reading');
      reading.querySelector('details.outline').open = false;
      within(reading.querySelector('.text'), reading.querySelector(`section[data-section="${head.dataset.section}"]`), calm);
      reading.querySelector('.text').focus({preventScroll: true});
    }
  });
  document.addEventListener('keydown', event => {
    const reader = event.key === 'Escape' && event.target.closest('[id$=reader]');
    if (reader) close(reader.id);
  });
  // Gradio reads a message's source out to screen readers in English, and follows only a reader at the end.
  const english = document.documentElement.lang === 'en';
  const labels = english ? {user: 'Question', bot: 'Answer', log: 'Conversation', examples: 'Example questions', more: 'More pages'} : {user: '问题', bot: '回答', log: '对话', examples: '示例问题', more: '更多页面'};
  const readings = new Map();
  let asked = 0;
  new MutationObserver(() => {
    for (const element of document.querySelectorAll('#chat [data-testid][aria-label]'))
      if (labels[element.dataset.testid] && element.ariaLabel !== labels[element.dataset.testid])
        element.ariaLabel = labels[element.dataset.testid];
    // Of a message's markup Gradio lets no such attribute through.
    for (const verdict of document.querySelectorAll('#chat .act:is(.good, .bad)')) {
      const pressed = String(verdict.classList.contains('on'));
      if (verdict.ariaPressed !== pressed) verdict.ariaPressed = pressed;
    }
    // Gradio calls them a list without items, and reads each out in English before its text.
    const examples = document.querySelector('#chat .examples');
    if (examples?.role === 'list') Object.assign(examples, {role: 'group', ariaLabel: labels.examples});
    for (const example of document.querySelectorAll('#chat .example'))
      if (example.ariaLabel !== example.textContent.trim()) example.ariaLabel = example.textContent.trim();
    const more = document.querySelector('#rooms [aria-label="More tabs"]');
    if (more) more.ariaLabel = labels.more;
    const log = document.querySelector('#chat [role=log]');
    if (log && log.ariaLabel !== labels.log) log.ariaLabel = labels.log;
    const rows = document.querySelectorAll('#chat .user-row').length;
    if (rows > asked) log.scrollTop = log.scrollHeight;
    asked = rows;
    for (const reader of document.querySelectorAll('[id$=reader]')) {
      const opened = reader.querySelector('.reading');
      if (opened && opened !== readings.get(reader.id)) {
        reveal(opened, 'auto');
        opened.focus({preventScroll: true});
      }
      readings.set(reader.id, opened);
    }
  }).observe(document.body, {childList: true, subtree: true, attributeFilter: ['class']});
  // Indicators and duties: a figure or a task opens its sentence, a trend is saved as a picture or a table.
  const save = (blob, name) => {
    const link = Object.assign(document.createElement('a'), {href: URL.createObjectURL(blob), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'font-family'];
  const picture = (svg, name) => {
    const copy = svg.cloneNode(true), own = [svg, ...svg.querySelectorAll('*')];
    // A picture by itself has no style sheet.
    [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
      const style = getComputedStyle(own[at]);
      for (const property of DRAWN) element.style.setProperty(property, style.getPropertyValue(property));
    });
    const {width, height} = svg.viewBox.baseVal, scale = 2;
    Object.entries({width, height}).forEach(([side, size]) => copy.setAttribute(side, size));
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), {width: width * scale, height: height * scale});
      const brush = canvas.getContext('2d');
      brush.fillStyle = getComputedStyle(svg).getPropertyValue('--card');
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => save(blob, name), 'image/png');
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  };
  const openFigures = wanted => {
    document.getElementById('figures-page-button')?.click();
    // A tab that was never open has no parts yet.
    const told = () => document.querySelector('#figures-open .html-container > div') ? tell('figures-open', wanted) : requestAnimationFrame(told);
    told();
  };
  document.addEventListener('click', event => {
    const asked = event.target.closest('[data-figures]');
    if (asked) openFigures(asked.dataset.figures);
    const shown = event.target.closest(':is(#figures-shown, #duties-shown) [data-pick]');
    if (shown) {
      opener = shown;
      pick(shown.dataset.pick, shown.closest('[id$=-shown]').id.replace('shown', 'reader'));
    }
    const saved = event.target.closest('#figures-shown button.save');
    if (saved?.dataset.save === 'csv')
      save(new Blob([Uint8Array.from(atob(saved.dataset.text), mark => mark.charCodeAt(0))], {type: 'text/csv'}), saved.dataset.name);
    if (saved?.dataset.save === 'png') picture(saved.closest('section').querySelector('svg.chart'), saved.dataset.name);
  });
}
