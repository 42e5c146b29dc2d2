import { useState } from 'preact/hooks';
import type { TrailLine, TrailPort, TrailSpan } from '@/utils/app/outPort';
import type { Brief } from '@/utils/domain/brief';
import { csvOf } from '@/utils/export/csv';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';
import { trailTable } from './trailTable';

interface Props {
  desk: Desk;
  port: TrailPort;
  span: TrailSpan;
  lines: readonly TrailLine[];
  client: Brief | null;
  nameOf(id: Brief['clientId']): string;
}

/** Makes the signed export of what is shown, asks whether it may leave, and hands it out. */
export function SignedExport({ desk, port, span, lines, client, nameOf }: Props) {
  const [making, setMaking] = useState(false);
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const { deeds } = desk;

  const make = async () => {
    const { zone } = desk.port.settings.peek();
    const table = await trailTable(lines, port, nameOf, zone);
    const scope = `${client?.name ?? t('trail.everybody')} ${span.from} – ${span.until}`;
    const made = await port.signed(span, scope, csvOf(table));
    if (!made) return deeds.say(t('trail.notSigned'), true);
    const { client: id, from, until } = span;
    const deed = { kind: 'trail', format: 'zip', client: id, from, until, rows: table.rows.length } as const;
    const refused = await (await desk.port.out()).handOut({ bytes: made.bytes, deed });
    if (refused) return deeds.say(t(`out.refused.${refused}`), true);
    saveFile(`zhibi-trail-${from}-${until}.zip`, 'application/zip', made.bytes);
    setFingerprint(made.fingerprint);
    const { keptHere } = made;
    deeds.say(
      keptHere > 0 ? t('trail.signedWithout', lines.length, keptHere) : t('trail.signed', lines.length),
    );
  };

  const go = async () => {
    setMaking(true);
    await make().catch(() => deeds.say(t('trail.notSigned'), true));
    setMaking(false);
  };

  return (
    <>
      <Button disabled={making || lines.length === 0} onClick={() => void go()}>
        {t(making ? 'trail.signing' : 'trail.sign')}
      </Button>
      {fingerprint !== null && (
        <p class="tprint">
          {t('trail.fingerprint')} <code>{fingerprint}</code>
        </p>
      )}
    </>
  );
}
