// Run once when the page is built. A click on [n] opens the n-th source of the same answer.
() => {
  document.addEventListener('click', event => {
    const mark = event.target.closest('#chat button.mark');
    const source = mark?.closest('.message').querySelector(`details.source.n${mark.value}`);
    if (!source) return;
    source.open = true;
    requestAnimationFrame(() => source.scrollIntoView({block: 'nearest', behavior: 'smooth'}));
    source.querySelector('summary').focus({preventScroll: true});
  });
  // Gradio reads a message's source out to screen readers in English, and follows only a reader at the end.
  const labels = {user: '问题', bot: '回答'};
  let asked = 0;
  new MutationObserver(() => {
    for (const element of document.querySelectorAll('#chat [data-testid][aria-label]'))
      if (labels[element.dataset.testid] && element.ariaLabel !== labels[element.dataset.testid])
        element.ariaLabel = labels[element.dataset.testid];
    const log = document.querySelector('#chat [role=log]');
    if (log && log.ariaLabel !== '对话') log.ariaLabel = '对话';
    const rows = document.querySelectorAll('#chat .user-row').length;
    if (rows > asked) log.scrollTop = log.scrollHeight;
    asked = rows;
  }).observe(document.body, {childList: true, subtree: true});
}
