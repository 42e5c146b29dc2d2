import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { ListedAdapter } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FileButton } from '../ui/FileButton';
import { Day } from '../ui/Say';
import { t } from '../ui/words';
import { AdapterEditor } from './AdapterEditor';
import { Ailing } from './Ailing';
import { BankWord } from './BankWord';
import type { OptionsDesk } from './desk';
import { Part } from './Part';
import { Switch } from './Switch';

/** Hands a text to the user as a file. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

interface RowProps {
  adapter: ListedAdapter;
  desk: OptionsDesk;
  edit(): void;
  remove(): void;
}

function Row({ adapter, desk, edit, remove }: RowProps) {
  const { id, title, version, author, hosts, from, since, off } = adapter;
  const isBanks = from === 'bank' || from === 'signed';
  const flip = async (on: boolean) => {
    const done = await desk.port.switchAdapter(id, on).catch(() => false);
    desk.say(
      t(done ? (on ? 'options.adapters.on' : 'options.adapters.off') : 'options.notSaved', title),
      !done,
    );
  };
  return (
    <li class="ocrm">
      <div class="ocrm-what">
        {from === 'bank' ? <b>{title}</b> : <Switch label={title} on={!off} set={(on) => void flip(on)} />}
        <span>
          {t('options.adapters.made', version, author)}
          {' · '}
          {hosts === null ? t('options.adapters.anyHost') : hosts.join(t('options.crm.and'))}
          {' · '}
          {t(`options.adapters.${from}`)}
          {since !== null && (
            <>
              {' '}
              <Day day={since} today={desk.port.today.value} />
            </>
          )}
        </span>
        <Ailing adapter={adapter} desk={desk} />
      </div>
      <div class="oadapter-deeds">
        <Button
          aria-label={t('options.adapters.exportOf', title)}
          onClick={() => download(`${id}${isBanks ? '.signed' : ''}.json`, adapter.json)}
        >
          {t('options.adapters.export')}
        </Button>
        {!isBanks && (
          <Button aria-label={t('options.adapters.editOf', title)} onClick={edit}>
            {t('options.adapters.edit')}
          </Button>
        )}
        {since !== null && (
          <Button aria-label={t('options.adapters.removeOf', title)} onClick={remove}>
            {t('options.adapters.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What is put away, after a question. */
type Removable = Pick<ListedAdapter, 'id' | 'title'>;

interface Group {
  /** Null where there is but one. */
  heading: string | null;
  adapters: readonly ListedAdapter[];
}

/** What matters here first: the bank's, the user's own, and what has read a page of a connected CRM. */
function groupsOf(adapters: readonly ListedAdapter[], reading: ReadonlySet<string>): Group[] {
  const isInUse = ({ from, title }: ListedAdapter): boolean => from !== 'builtIn' || reading.has(title);
  const used = adapters.filter(isInUse);
  const others = adapters.filter((adapter) => !isInUse(adapter));
  if (used.length === 0 || others.length === 0) return [{ heading: null, adapters }];
  return [
    { heading: t('options.adapters.inUse'), adapters: used },
    { heading: t('options.adapters.ready'), adapters: others },
  ];
}

/** How the pages of each CRM are read: what comes with Zhibi, and what the user has made or been given. */
export function AdaptersPart({ desk }: { desk: OptionsDesk }) {
  const { port } = desk;
  const [text, setText] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Removable | null>(null);

  const take = async (chosen: File) => setText(await chosen.slice(0, port.adapterMaxBytes + 1).text());
  const remove = async ({ id, title }: Removable) => {
    setRemoving(null);
    const done = await port.dropAdapter(id).catch(() => false);
    desk.say(t(done ? 'options.adapters.removed' : 'options.notSaved', title), !done);
  };
  const reading = new Set(port.connections.value?.flatMap(({ adapters }) => adapters));
  return (
    <Part id="adapters" about={t('options.adapters.about')}>
      <BankWord rules={port.adapterRules.value} remove={setRemoving} />
      {groupsOf(port.adapters.value ?? [], reading).map(({ heading, adapters }) => (
        <Fragment key={heading}>
          {heading !== null && <h3>{heading}</h3>}
          <ul class="ocrms">
            {adapters.map((adapter) => (
              <Row
                key={adapter.id}
                adapter={adapter}
                desk={desk}
                edit={() => setText(adapter.json)}
                remove={() => setRemoving(adapter)}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      <div class="oadapter-deeds">
        <FileButton
          label={t('options.adapters.import')}
          accept="application/json,.json"
          onFile={(chosen) => void take(chosen)}
        />
        <Button kind="ghost" onClick={() => setText('')}>
          {t('options.adapters.paste')}
        </Button>
      </div>
      {text !== null && <AdapterEditor desk={desk} start={text} close={() => setText(null)} />}
      {removing && (
        <Dialog title={t('options.adapters.removeTitle', removing.title)} onClose={() => setRemoving(null)}>
          <p>{t('options.adapters.removeText')}</p>
          <div class="dialog-buttons">
            <Button onClick={() => setRemoving(null)}>{t('ui.cancel')}</Button>
            <Button kind="go" onClick={() => void remove(removing)}>
              {t('options.adapters.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </Part>
  );
}
