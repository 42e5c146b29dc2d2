import type { FrontTab, PopupPort } from '@/utils/app/popupPort';
import { PRESENT_KEY } from '../present/usePresence';
import { Button } from '../ui/Button';
import { SettingsIcon } from '../ui/icons';
import { t } from '../ui/words';

interface Props {
  port: PopupPort;
  tab: FrontTab;
  /** The page in front has no panel to show. */
  onNoPanel(): void;
  /** A client sits down beside the screen. */
  onPresent(): void;
}

/** The ways from the popup to the other surfaces. */
export function Foot({ port, tab, onNoPanel, onPresent }: Props) {
  const hasPanel = tab.state === 'client' || tab.state === 'notClientPage' || tab.state === 'notRecognised';
  return (
    <footer class="pfoot">
      {port.hasSidePanel && (
        // The browser opens its side panel only in the click itself, before anything else.
        <Button kind="ghost" title={t('popup.openBesideHint')} onClick={() => port.openBeside()}>
          {t('popup.openBeside')}
        </Button>
      )}
      {hasPanel && (
        <Button
          kind="ghost"
          title={t('popup.togglePanelHint')}
          onClick={() =>
            void port.togglePanel().then(
              (done) => done || onNoPanel(),
              () => onNoPanel(),
            )
          }
        >
          {t('popup.togglePanel')}
        </Button>
      )}
      <Button
        kind="ghost"
        hotkey={PRESENT_KEY}
        aria-keyshortcuts={PRESENT_KEY}
        title={t('present.startHint')}
        onClick={onPresent}
      >
        {t('present.start')}
      </Button>
      {port.lockable.value && (
        <Button kind="ghost" onClick={() => port.lockNow()}>
          {t('lock.short')}
        </Button>
      )}
      <span class="pfoot-end">
        <Button kind="ghost" onClick={() => port.openWorkbench()}>
          {t('popup.workbench')}
        </Button>
        <button
          type="button"
          class="iconbtn"
          aria-label={t('popup.options')}
          title={t('popup.options')}
          onClick={() => port.openOptions()}
        >
          <SettingsIcon />
        </button>
      </span>
    </footer>
  );
}
