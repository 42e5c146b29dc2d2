import { useRef, useState } from 'preact/hooks';
import type { ClientPicture } from '@/utils/domain/picture';
import { Chip } from '../../ui/Chip';
import { Ring } from '../../ui/Meter';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Dimensions } from './Dimensions';
import { DueLine } from './DueLine';
import { keyFacts, whoWords } from './keyFacts';
import { LevelMenu } from './LevelMenu';
import { Phone } from './Phone';
import { ClassMenu, TierMenu } from './TierMenu';
import { useHeadroom } from './useHeadroom';
import { phoneOf } from './values';
import './who.css';

interface Props {
  picture: ClientPicture;
  client: ShownClient;
  desk: Desk;
}

function Figures({ picture }: { picture: ClientPicture }) {
  const facts = keyFacts(picture);
  if (facts.length === 0) return null;
  return (
    <dl class="figures">
      {facts.map(({ id, label, value, exact, late }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd class={late ? 'figure-late' : undefined} {...(exact === undefined ? {} : { title: exact })}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who it is, and am I late: name, tier, classes, phone, key figures, cadence, and how well known. */
export function Who({ picture, client, desk }: Props) {
  const [open, setOpen] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  useHeadroom(head);
  const { tier, classes, prospect } = picture.bundle.client;
  const phone = phoneOf(picture);
  const { score } = picture.clarity;
  return (
    <header class="who">
      <div class="who-top" ref={head}>
        <div class="who-name">
          <h1>{client.name}</h1>
          <div class="who-tags">
            <TierMenu tier={tier} client={client} desk={desk} />
            <LevelMenu picture={picture} client={client} desk={desk} />
            {prospect && <Chip tone="accent">{t('panel.who.prospect')}</Chip>}
            {classes.map((tag) => (
              <Chip key={tag} tone={tag === 'atRisk' ? 'late' : 'plain'}>
                {t(`class.${tag}`)}
              </Chip>
            ))}
            <ClassMenu classes={classes} client={client} desk={desk} />
          </div>
        </div>
        <button
          type="button"
          class="who-ring"
          aria-expanded={open}
          aria-controls="who-dimensions"
          aria-label={t('panel.who.clarity', score)}
          title={t('panel.who.clarity', score)}
          onClick={() => setOpen(!open)}
        >
          <Ring score={score} />
        </button>
      </div>
      <div class="who-line">
        <span>{whoWords(picture).join(' · ')}</span>
        {phone && <Phone phone={phone} desk={desk} />}
      </div>
      <div id="who-dimensions" hidden={!open}>
        {open && <Dimensions clarity={picture.clarity} />}
      </div>
      <Figures picture={picture} />
      <DueLine due={picture.due} visit={picture.visit} tier={tier} today={picture.today} />
    </header>
  );
}
