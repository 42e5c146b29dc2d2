import type { DemoBank } from './data/model';
import type { FrontEnd } from './frontEnd';

/** The plain page at `/`, which leads to the front ends. */
export function indexPage(frontEnds: readonly FrontEnd[], bank: DemoBank): string {
  const items = frontEnds.map(
    ({ prefix, description }) =>
      `<li><a href="/${prefix}/?demo=1">/${prefix}</a> <span>${description}</span></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>Demo CRM · ${bank.name.en}</title>
<link rel="icon" href="data:,">
<style>
body { font: 15px/1.7 system-ui, "Noto Sans CJK SC", sans-serif; margin: 48px auto; max-width: 720px; color: #222; }
li { margin: 8px 0; } a { font-weight: 600; } p { color: #666; }
</style>
</head>
<body>
<h1>${bank.name.zh} ${bank.name.en}</h1>
<p>A demo CRM for trying an extension on. Every person and company in it is invented. Data as of ${bank.today}.</p>
<ul>
${items.join('\n')}
</ul>
</body>
</html>`;
}
