import { render } from 'preact';
import { useState } from 'preact/hooks';
import { TEACH_VIEWS } from './fixtures/teach';
import { VIEWS } from './fixtures/views';

const WIDTHS = ['320', '360', '480'];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['zh_CN', 'zh_TW', 'en'];

function Switch({ of, value, set }: { of: string[]; value: string; set: (value: string) => void }) {
  return (
    <select value={value} onChange={(event) => set(event.currentTarget.value)}>
      {of.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}

function Index() {
  const [view, setView] = useState('client');
  const [width, setWidth] = useState('360');
  const [theme, setTheme] = useState('light');
  const [lang, setLang] = useState('zh_CN');
  const source = `?${new URLSearchParams({ view, theme, lang })}`;
  return (
    <>
      <p>
        <Switch
          of={[...Object.keys(VIEWS), ...Object.keys(TEACH_VIEWS).map((stage) => `teach.${stage}`)]}
          value={view}
          set={setView}
        />
        <Switch of={WIDTHS} value={width} set={setWidth} />
        <Switch of={THEMES} value={theme} set={setTheme} />
        <Switch of={LANGUAGES} value={lang} set={setLang} />
      </p>
      <iframe key={source} title={view} src={source} width={width} height="760" />
    </>
  );
}

/** The page with the switches. */
export function showIndex(): void {
  const app = document.getElementById('app');
  if (app) render(<Index />, app);
}
