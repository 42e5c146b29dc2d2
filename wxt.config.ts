import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The Content Security Policy of every page of the extension: nothing from outside, nothing inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // The server that the user keeps his book in step with, once he has let Zhibi reach it; plain on this machine alone.
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  // The workbench shows a client in a frame of the extension's own.
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Where a bank's CRM may live; asked for one origin at a time, at run time (decision 2). */
const ANY_WEB_ORIGIN = ['https://*/*', 'http://*/*'];

/** What the build for the speed measurement alone holds: its pages need no connecting. */
const MEASURED = {
  host_permissions: ['http://127.0.0.1/*'],
  content_scripts: [
    {
      matches: ['http://127.0.0.1/*'],
      js: ['content-scripts/crm.js'],
      run_at: 'document_idle' as const,
    },
  ],
};

/** Parts of the platform that only other surfaces than the panel use. */
const NOT_THE_PANELS = [
  'backup',
  'badge',
  'bestOfDay',
  'importMappings',
  'library',
  'lock',
  'notifications',
  'policy',
  'reminders',
  'sync',
  'trial',
];

/**
 * What several screens share travels in a few parcels: a file each would cost the browser more to fetch
 * than to read.
 */
const PARCELS = [
  { name: 'start', test: /preload-helper|rolldown\/runtime|wxt-html-plugins/, priority: 1 },
  { name: 'screen', test: /node_modules\/@?preact|components\/ui\/|components\/log\/(?!LogForm)/ },
  {
    name: 'live',
    test: new RegExp(
      [
        'utils/app/(?:live/(?!around|sheet)|livePanel|askBackground|invitations)',
        'utils/messaging/(?!teach|contentParsers)',
        `utils/platform/(?!${NOT_THE_PANELS.join('|')})`,
        'utils/domain/(?:search/units|timeline/timeline|fieldValues)',
        'utils/store/connection/underLock',
      ].join('|'),
    ),
  },
  { name: 'catalogue', test: /utils\/domain\/clarity\/catalogue/ },
  // The rules, for a client of the book: the first sight of a stranger does without.
  { name: 'method', test: /utils\/app\/live\/around/ },
  { name: 'schema', test: /node_modules\/zod|utils\/domain\/schema/ },
];

/** A page's stylesheet is asked for before its scripts: nothing is painted until it is there. */
const STYLES_FIRST = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string): string => {
      const styles = html.match(/\s*<link rel="stylesheet"[^>]*>/gu) ?? [];
      return styles
        .reduce((rest, style) => rest.replace(style, ''), html)
        .replace('</title>', `</title>${styles.join('')}`);
    },
  },
};

/**
 * Says to Chromium that all functions of a script are called: it makes them ready at once, and not one by one,
 * each read twice, in the middle of the first reading of a page. Other browsers see a comment.
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'public/icon.svg', sizes: [128, 64, 48, 32, 24, 16] },
  webExt: { disabled: true },
  vite: ({ mode }) => {
    // A mode of its own would make a build for developers, with Preact's tools in it: nothing to measure.
    if (mode === 'bench') process.env['NODE_ENV'] = 'production';
    return {
      plugins: [preact(), STYLES_FIRST],
      // The build for today's browsers: a tenth smaller than the one that the package names.
      resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
      define: { __BENCH__: JSON.stringify(mode === 'bench') },
      build: { target: ['chrome130', 'firefox140'], modulePreload: { polyfill: false } },
    };
  },
  hooks: {
    // Goes with every signed export of the trail.
    'build:publicAssets': (_wxt, assets) => {
      assets.push({ absoluteSrc: path.resolve('scripts/verifyTrail.mjs'), relativeDest: 'verifyTrail.mjs' });
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rollupOptions?.output;
      const areScreens = entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'));
      if (areScreens && output && !Array.isArray(output)) output.codeSplitting = { groups: PARCELS };
      const isReader = entrypoints.some(({ name }) => name === 'unaided');
      if (isReader && output && !Array.isArray(output)) output.postBanner = ALL_CALLED;
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'scripting',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for when the user switches reminders on.
    optional_permissions: ['notifications'],
    // Firefox knows no schema: there the bank's policy is read as it stands.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed_schema.json' } }),
    ...(mode === 'bench' ? MEASURED : {}),
    optional_host_permissions: ANY_WEB_ORIGIN,
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: ANY_WEB_ORIGIN,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Z' } },
      clientPresent: {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_present_command__',
      },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_extension_lockNow__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zhibi@zhibi.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
});
