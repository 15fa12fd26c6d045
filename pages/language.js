// Run at every load: the switch, and in English the words of the labels.
() => {
  const {words, patterns} = 'ENGLISH';
  const english = document.documentElement.lang === 'en';
  const button = document.querySelector('#language button');
  if (button) {
    if (english) Object.assign(button, {textContent: '中文', lang: 'zh-CN', ariaLabel: '中文'});
    button.onclick = () => {
      localStorage.setItem('language', english ? 'zh-CN' : 'en');
      location.reload();
    };
  }
  if (!english || window.inEnglish) return;
  window.inEnglish = true;
  // What is said by a report, a reader or the assistant stays in Chinese.
  const own = '[translate=no], textarea, #chat .bot-row .prose :is(p:not(.aside), li, td, th, blockquote, dd), #chat .user-row, '
    + '.reading :is(.text, .where, ol, .trends button), .reading .title:not(.excuse), #duties-shown :is(.task, .who), '
    + '#shelf-list .source, #figures-shown h2';
  const known = patterns.map(([from, to]) => [new RegExp(`^${from}$`), to]);
  const piece = text => {
    if (Object.hasOwn(words, text)) return words[text];
    const found = known.find(([from]) => from.test(text));
    return found ? text.replace(...found) : text;
  };
  // Several sentences may follow each other, and several facts may stand side by side.
  const pieces = text => {
    const parts = text.split(/(?<=。)/), told = [];
    while (parts.length) {
      let many = parts.length;
      const whole = () => parts.slice(0, many).join('');
      while (many > 1 && piece(whole()) === whole()) many--;
      told.push(piece(whole()));
      parts.splice(0, many);
    }
    return told.join(' ');
  };
  const said = text => {
    const bare = text.trim();
    if (!/[一-鿿]/.test(bare)) return text;
    const whole = pieces(bare);
    return text.replace(bare, () => whole !== bare ? whole : bare.split(' · ').map(piece).join(' · '));
  };
  document.title = said(document.title);
  const labels = ['aria-label', 'placeholder', 'title', 'data-label', 'data-name'];
  const mend = node => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element) return;
    if (node.nodeType === Node.TEXT_NODE) {
      if (element.closest(own) || ['SCRIPT', 'STYLE'].includes(element.tagName)) return;
      const text = said(node.data);
      if (text !== node.data) node.data = text;
    } else for (const name of labels) {
      const text = element.getAttribute(name);
      if (text && said(text) !== text) element.setAttribute(name, said(text));
    }
  };
  const all = root => {
    mend(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walk.nextNode()) mend(walk.currentNode);
  };
  all(document.body);
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(node => [1, 3].includes(node.nodeType) && all(node));
      else mend(change.target);
    }
  }).observe(document.body, {childList: true, subtree: true, characterData: true, attributeFilter: labels});
}
