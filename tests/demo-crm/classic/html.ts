/** Server-side HTML: everything put into a template is escaped unless it is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | null | undefined | readonly Content[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(content: Content): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string')
    return content.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
  if (typeof content === 'number') return String(content);
  return content.map(textOf).join('');
}

/** A template tag: html`<td>${name}</td>`; lists are joined, null and undefined leave nothing. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, place) => part + textOf(contents[place])).join(''));
}

/** A whole page of the classic front end, in the document type such systems were written for. */
export function page(input: {
  title: string;
  bodyClass: string;
  styles: readonly string[];
  scripts?: readonly string[];
  body: Html;
  /** Attributes of the body element, for its script. */
  data?: Record<string, string | number>;
}): string {
  const data = Object.entries(input.data ?? {}).map(([name, value]) => html` data-${name}="${value}"`);
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${input.title}</title>
<link rel="icon" type="image/svg+xml" href="/classic/style/logo.svg">
${['base', ...input.styles].map((name) => html`<link rel="stylesheet" type="text/css" href="/classic/style/${name}.css">\n`)}
${(input.scripts ?? []).map((name) => html`<script type="module" src="/classic/script/${name}.js"></script>\n`)}
</head>
<body class="${input.bodyClass}"${data}>
${input.body}
</body>
</html>`.text;
}
