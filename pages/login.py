"""The administrator's login: a plain page, whose one script puts English words in place."""

from __future__ import annotations

import math

from pages.language import script

_PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>管理员登录</title><style>
:root { color-scheme: light dark;
  --paper: #fbfaf7; --ink: #24211e; --rule: #d8d2c7; --card: #fff; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171513; --ink: #ece7e0; --rule: #3a3631; --card: #211f1c; --warn: #e6ba66; } }
body { display: grid; place-items: center; min-height: 90vh; margin: 0 16px;
  background: var(--paper); color: var(--ink);
  font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
form { display: grid; gap: 12px; width: min(320px, 100%); }
h1 { margin: 0; font-size: 19px; } p { margin: 0; color: var(--warn); font-size: 14px; }
label { display: grid; gap: 4px; font-size: 14px; }
input { padding: 9px 12px; border: 1px solid var(--rule); border-radius: 8px;
  background: var(--card); color: inherit; font: inherit; }
button { padding: 10px; border: 0; border-radius: 8px;
  background: #9f2f26; color: #fff; font: inherit; cursor: pointer; }
a { color: inherit; font-size: 14px; }</style></head>
<body><form method="post" action="/login"><h1>管理员登录</h1>REASON
<label>用户名<input name="user" autocomplete="username" autofocus required></label>
<label>密码<input name="password" type="password" autocomplete="current-password" required></label>
<button>登录</button><a href="/">返回，只查阅</a></form><script>
try {
  if (localStorage.getItem('language') === 'en') { document.documentElement.lang = 'en'; (ENGLISH)() }
} catch {}</script></body></html>"""


def login_page(wait: float = 0.0) -> str:
    """The page's HTML; ``wait`` are the seconds until the next try after a wrong one."""
    seconds = math.ceil(wait)
    reason = f'<p role="alert">没有登录成功，请 {seconds} 秒后再试。</p>' if seconds else ""
    return _PAGE.replace("REASON", reason).replace("ENGLISH", script(), 1)
