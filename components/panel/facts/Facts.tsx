import { useEffect } from 'preact/hooks';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Desk, ShownClient } from '../desk';
import { Consent } from './Consent';
import { Credits } from './Credits';
import type { FactsProps } from './deeds';
import { Holdings } from './Holdings';
import { Opportunities } from './Opportunities';
import { People } from './People';
import { Policies } from './Policies';
import './facts.css';

interface Props {
  bundle: ClientBundle;
  client: ShownClient;
  today: CivilDay;
  desk: Desk;
}

/** People, consent, money and cover of a client: what the rules go by and the RM looks up. */
export function Facts({ bundle, client, today, desk }: Props) {
  const { kind, id } = bundle.client;
  const { seen, alsoClients } = bundle;
  const facts: FactsProps = { clientId: id, client, today, desk, seen, alsoClients };
  useEffect(() => desk.unsaved.load(id), [desk, id]);
  const credits = <Credits credits={bundle.credits} facts={facts} />;
  return (
    <>
      <People relations={bundle.relations} namedIn={bundle.namedIn} facts={facts} />
      {kind !== 'individual' && credits}
      <Holdings holdings={bundle.holdings} facts={facts} />
      {kind === 'individual' && <Policies bundle={bundle} facts={facts} />}
      {kind === 'individual' && credits}
      <Opportunities opportunities={bundle.opportunities} facts={facts} />
      <Consent client={bundle.client} facts={facts} />
    </>
  );
}
