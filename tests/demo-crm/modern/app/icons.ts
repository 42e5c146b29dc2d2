/** Line icons on a 24 × 24 grid, drawn for this demo. */
const paths = {
  home: 'M4 11.5 12 4l8 7.5M6 10v9.5h4.5V14h3v5.5H18V10',
  users:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.8a3.3 3.3 0 0 1 0 6.4M18 14.7c2 .7 3.2 2.5 3.5 5.3',
  columns: 'M4 5h16v14H4ZM10 5v14M13 9h4.5M13 12.5h4.5',
  target:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 12v.01',
  list: 'M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01',
  box: 'M12 3.5 20 7.5v9l-8 4-8-4v-9ZM4 7.5l8 4 8-4M12 11.5v9',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  settings:
    'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM12 3v2.8M12 18.2V21M3 12h2.8M18.2 12H21M5.6 5.6l2 2M16.4 16.4l2 2M18.4 5.6l-2 2M7.6 16.4l-2 2',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15ZM10 20.5h4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  fold: 'M4 6h16M11 12h9M4 18h16M7.5 9.5 5 12l2.5 2.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  down: 'M6.5 9.5 12 15l5.5-5.5',
  left: 'M14.5 6.5 9 12l5.5 5.5',
  right: 'M9.5 6.5 15 12l-5.5 5.5',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16ZM13.5 6.5l4 4',
  phone:
    'M6.5 4h3l1.5 4-2 1.5c.8 2.2 2.3 3.7 4.5 4.5l1.5-2 4 1.5v3c0 1-.8 1.9-1.9 1.8C10.5 18 5.5 13 4.7 5.9 4.6 4.8 5.5 4 6.5 4Z',
  mail: 'M3.5 6h17v12h-17ZM4 6.5l8 6.5 8-6.5',
  meeting:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16.5 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 19c.3-3.2 2.5-5 5.5-5s5.2 1.8 5.5 5M15.5 14.2c3.2-.4 5.5 1.5 6 4.8',
  wechat:
    'M9.5 4C5.9 4 3 6.4 3 9.4c0 1.7.9 3.2 2.4 4.2L5 16l2.5-1.4c.6.2 1.3.2 2 .2 3.6 0 6.5-2.4 6.5-5.4S13.1 4 9.5 4ZM16.5 9.5c2.6.5 4.5 2.4 4.5 4.7 0 1.4-.7 2.6-1.8 3.5l.3 2-2.1-1.1c-2.9.6-5.5-.5-6.7-2.5',
  sms: 'M4 5h16v11H9.5L5.5 19.5V16H4ZM8 10.5v.01M12 10.5v.01M16 10.5v.01',
  video: 'M3.5 7h11v10h-11ZM14.5 10.5l6-3v9l-6-3',
  branch: 'M4 10 12 4.5 20 10M5 20h14M6.5 10v7.5M10.5 10v7.5M13.5 10v7.5M17.5 10v7.5',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 1 1 7 0v3',
  user: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM4.5 20c.5-3.9 3.4-6 7.5-6s7 2.1 7.5 6',
  building: 'M5 20V4.5h9V20M14 9.5h5V20M3 20h18M8 8h3M8 11.5h3M8 15h3',
  wallet: 'M4 7h14.5V19H4ZM4 7l11-3v3M15.5 13v.01',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3.5V7M16 3.5V7',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  empty: 'M3.5 13 6 5.5h12l2.5 7.5V19h-17ZM3.5 13H9c0 1.7 1.3 3 3 3s3-1.3 3-3h5.5',
} satisfies Record<string, string>;

export type IconName = keyof typeof paths;

const namespace = 'http://www.w3.org/2000/svg';

/** The drawing alone. */
export function iconSvg(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** An icon the way icon fonts of admin kits come: `<i class="el-icon"><svg/></i>`. */
export function icon(name: IconName): HTMLElement {
  const holder = document.createElement('i');
  holder.className = 'el-icon';
  holder.append(iconSvg(name));
  return holder;
}
